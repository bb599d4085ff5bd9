// Number formats and spelled-out numbers, https://unicode-org.github.io/icu/userguide/format_parse/
#ifndef SAMSVAR_CICU_NUMBERS_H
#define SAMSVAR_CICU_NUMBERS_H

#include <stdbool.h>
#include <stdint.h>

/// An ICU number format.
typedef struct cicu_number_format cicu_number_format;

#ifdef __cplusplus
extern "C" {
#endif

/// A format for a locale: decimal digits, or spelled out by rules. NULL on failure.
cicu_number_format *cicu_number_open(const char *locale, int32_t spelled);

/// The text of a number; returns the length or -1.
int32_t cicu_number_format_text(
    cicu_number_format *format, double value, uint16_t *text, int32_t capacity);

/// Parses from the start of the text; writes how far it got to `end`. Lenient parsing stops
/// early without a failure, so a caller must compare `end` with the length.
double cicu_number_parse(
    cicu_number_format *format, const uint16_t *text, int32_t length, int32_t *end);

void cicu_number_close(cicu_number_format *format);

#ifdef __cplusplus
}
#endif

#endif
