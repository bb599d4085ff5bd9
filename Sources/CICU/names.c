#include "cicu_names.h"

#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>

const char *const *cicu_countries(void) { return uloc_getISOCountries(); }

const char *const *cicu_languages(void) { return uloc_getISOLanguages(); }

int32_t cicu_country_name(
    const char *locale, const char *code, uint16_t *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *names = uldn_open(locale, ULDN_STANDARD_NAMES, &status);
  if (U_FAILURE(status)) return -1;
  int32_t length = uldn_regionDisplayName(names, code, (UChar *)name, capacity, &status);
  uldn_close(names);
  return U_FAILURE(status) ? -1 : length;
}

int32_t cicu_language_name(
    const char *locale, const char *code, uint16_t *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *names = uldn_open(locale, ULDN_STANDARD_NAMES, &status);
  if (U_FAILURE(status)) return -1;
  int32_t length = uldn_languageDisplayName(names, code, (UChar *)name, capacity, &status);
  uldn_close(names);
  return U_FAILURE(status) ? -1 : length;
}

int32_t cicu_calendar_name(
    const char *locale, int32_t weekday, int32_t index, uint16_t *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open(UDAT_LONG, UDAT_LONG, locale, NULL, 0, NULL, 0, &status);
  if (U_FAILURE(status)) return -1;
  int32_t length = udat_getSymbols(
      format, weekday ? UDAT_WEEKDAYS : UDAT_MONTHS, index, (UChar *)name, capacity, &status);
  udat_close(format);
  return U_FAILURE(status) ? -1 : length;
}
