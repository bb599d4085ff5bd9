// CLDR names: countries, languages, currencies, months and weekdays.
#ifndef SAMSVAR_CICU_NAMES_H
#define SAMSVAR_CICU_NAMES_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// ISO 3166 codes of countries; NULL-terminated.
const char *const *cicu_countries(void);

/// ISO 639 codes of languages; NULL-terminated.
const char *const *cicu_languages(void);

/// A country's name in a language; returns the length or -1.
int32_t cicu_country_name(
    const char *locale, const char *code, uint16_t *name, int32_t capacity);

/// A language's name in a language; returns the length or -1.
int32_t cicu_language_name(
    const char *locale, const char *code, uint16_t *name, int32_t capacity);

/// The name of a currency (a code of three letters) after a number; returns the length or -1.
int32_t cicu_currency_name(
    const char *locale, const char *code, uint16_t *name, int32_t capacity);

/// The name of a month (0-11) or weekday (1 = Sunday), as a format (`mai` in `17. mai`); -1 on
/// failure.
int32_t cicu_calendar_name(
    const char *locale, int32_t weekday, int32_t index, uint16_t *name, int32_t capacity);

/// The cities that time zones are named after.
typedef struct cicu_cities cicu_cities;

/// The cities in a locale's language; NULL on failure.
cicu_cities *cicu_cities_open(const char *locale);

/// The next zone (`Europe/Copenhagen`) and its city's name (`København`); NULL at the end.
const char *cicu_cities_next(cicu_cities *cities, uint16_t *name, int32_t capacity, int32_t *length);

void cicu_cities_close(cicu_cities *cities);

#ifdef __cplusplus
}
#endif

#endif
