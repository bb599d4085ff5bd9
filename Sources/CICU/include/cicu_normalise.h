// Normalisation (UAX #15) and transliteration.
#ifndef SAMSVAR_CICU_NORMALISE_H
#define SAMSVAR_CICU_NORMALISE_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// NFC of UTF-16 text; returns the length needed (also when it exceeds the capacity), or -1.
int32_t cicu_nfc(
    const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);

/// The canonical decomposition of one character into `result`; 0 when it has none.
int32_t cicu_decompose(int32_t c, uint16_t *result, int32_t capacity);

#ifdef __cplusplus
}
#endif

#endif
