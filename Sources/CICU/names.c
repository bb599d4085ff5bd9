#include "cicu_names.h"

#include <stdlib.h>
#include <unicode/ucal.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

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

int32_t cicu_currency_name(
    const char *locale, const char *code, uint16_t *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar iso[4];
  u_charsToUChars(code, iso, 4);
  UBool isChoice = 0;
  int32_t length = 0;
  const UChar *text = ucurr_getPluralName(iso, locale, &isChoice, "other", &length, &status);
  if (U_FAILURE(status)) return -1;
  if (length <= capacity) u_memcpy((UChar *)name, text, length);
  return length;
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

/// A date format that writes nothing but the city of a time zone, and its calendar.
struct cicu_cities {
  UDateFormat *format;
  UEnumeration *zones;
};

cicu_cities *cicu_cities_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  const UChar pattern[] = {'V', 'V', 'V'};
  UDateFormat *format =
      udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, NULL, 0, pattern, 3, &status);
  UEnumeration *zones =
      ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &status);
  cicu_cities *cities = U_FAILURE(status) ? NULL : malloc(sizeof(cicu_cities));
  if (cities == NULL) {
    if (format != NULL) udat_close(format);
    if (zones != NULL) uenum_close(zones);
    return NULL;
  }
  cities->format = format;
  cities->zones = zones;
  return cities;
}

const char *cicu_cities_next(cicu_cities *cities, uint16_t *name, int32_t capacity, int32_t *length) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t size = 0;
  const char *zone = uenum_next(cities->zones, &size, &status);
  if (zone == NULL || U_FAILURE(status)) return NULL;
  UChar id[64];
  if (size >= 64) return NULL;
  u_charsToUChars(zone, id, size);
  UCalendar *calendar = ucal_open(id, size, "en", UCAL_DEFAULT, &status);
  *length = 0;
  if (U_FAILURE(status)) return zone;
  *length = udat_formatCalendar(cities->format, calendar, (UChar *)name, capacity, NULL, &status);
  if (U_FAILURE(status)) *length = 0;
  ucal_close(calendar);
  return zone;
}

void cicu_cities_close(cicu_cities *cities) {
  udat_close(cities->format);
  uenum_close(cities->zones);
  free(cities);
}
