#include "cicu_numbers.h"

#include <unicode/unum.h>

cicu_number_format *cicu_number_open(const char *locale, int32_t spelled) {
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format =
      unum_open(spelled ? UNUM_SPELLOUT : UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
  return U_FAILURE(status) ? NULL : (cicu_number_format *)format;
}

int32_t cicu_number_format_text(
    cicu_number_format *format, double value, uint16_t *text, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = unum_formatDouble((UNumberFormat *)format, value, (UChar *)text, capacity, NULL, &status);
  return U_FAILURE(status) ? -1 : length;
}

double cicu_number_parse(
    cicu_number_format *format, const uint16_t *text, int32_t length, int32_t *end) {
  UErrorCode status = U_ZERO_ERROR;
  *end = 0;
  double value = unum_parseDouble((UNumberFormat *)format, (const UChar *)text, length, end, &status);
  if (U_FAILURE(status)) *end = -1;
  return value;
}

void cicu_number_close(cicu_number_format *format) { unum_close((UNumberFormat *)format); }
