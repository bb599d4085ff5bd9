#include "cicu_characters.h"

#include <unicode/uchar.h>
#include <unicode/ustring.h>

bool cicu_is_letter(int32_t c) { return u_isUAlphabetic(c); }

bool cicu_is_upper(int32_t c) { return u_isUUppercase(c); }

bool cicu_is_lower(int32_t c) { return u_isULowercase(c); }

bool cicu_is_digit(int32_t c) { return u_isdigit(c); }

bool cicu_is_space(int32_t c) { return u_isUWhiteSpace(c); }

bool cicu_is_mark(int32_t c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

bool cicu_is_control(int32_t c) { return u_charType(c) == U_CONTROL_CHAR; }

int32_t cicu_to_lower(int32_t c) { return u_tolower(c); }

int32_t cicu_to_upper(int32_t c) { return u_toupper(c); }

int32_t cicu_columns(int32_t c) {
  int32_t category = U_GET_GC_MASK(c);
  if (category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) return 0;
  int32_t width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}
