#include "cicu_normalise.h"

#include <unicode/unorm2.h>

int32_t cicu_nfc(
    const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t needed = unorm2_normalize(
      nfc, (const UChar *)text, length, (UChar *)result, capacity, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) return needed;
  return U_FAILURE(status) ? -1 : needed;
}

int32_t cicu_decompose(int32_t c, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return 0;
  int32_t needed = unorm2_getDecomposition(nfc, c, (UChar *)result, capacity, &status);
  return U_FAILURE(status) || needed < 0 ? 0 : needed;
}
