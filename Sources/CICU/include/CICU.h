// The only code that sees ICU headers.
//
// ICU renames its symbols per version by macros (ubrk_open is really ubrk_open_72), which
// Swift cannot see through. Each function here has a name of our own, so that the macro is resolved
// by the C compiler. The headers do not include ICU's: Foundation brings a copy of ICU with the
// same type names, and Swift must not see both.
#ifndef SAMSVAR_CICU_H
#define SAMSVAR_CICU_H

#include "cicu_break.h"
#include "cicu_characters.h"
#include "cicu_charset.h"
#include "cicu_names.h"
#include "cicu_normalise.h"
#include "cicu_numbers.h"
#include "cicu_version.h"

#endif
