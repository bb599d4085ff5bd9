// Character properties, https://unicode-org.github.io/icu/userguide/strings/properties
#ifndef SAMSVAR_CICU_CHARACTERS_H
#define SAMSVAR_CICU_CHARACTERS_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

bool cicu_is_letter(int32_t c);

bool cicu_is_upper(int32_t c);

bool cicu_is_lower(int32_t c);

bool cicu_is_digit(int32_t c);

bool cicu_is_space(int32_t c);

bool cicu_is_mark(int32_t c);

bool cicu_is_control(int32_t c);

int32_t cicu_to_lower(int32_t c);

int32_t cicu_to_upper(int32_t c);

/// Columns a character takes in a terminal (UAX #11): 0, 1 or 2.
int32_t cicu_columns(int32_t c);

#ifdef __cplusplus
}
#endif

#endif
