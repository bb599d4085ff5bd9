// Charset detection and conversion, https://unicode-org.github.io/icu/userguide/conversion/
#ifndef SAMSVAR_CICU_CHARSET_H
#define SAMSVAR_CICU_CHARSET_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Writes the name of the likeliest charset into `name` and returns its confidence (0-100),
/// or -1 when nothing can be said.
int32_t cicu_detect_charset(
    const char *bytes, int32_t length, char *name, int32_t capacity);

/// Converts bytes to UTF-8; returns the length needed (also when it exceeds the capacity), or
/// -1 on failure.
int64_t cicu_to_utf8(
    const char *charset, const char *bytes, int32_t length, char *utf8, int32_t capacity);

#ifdef __cplusplus
}
#endif

#endif
