// Versions of ICU and of the CLDR data in it.
#ifndef SAMSVAR_CICU_VERSION_H
#define SAMSVAR_CICU_VERSION_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Writes `72.1` and the like; the buffer holds at least 20 bytes.
void cicu_version(char *text);

/// Writes the CLDR version; the buffer holds at least 20 bytes.
void cicu_cldr_version(char *text);

#ifdef __cplusplus
}
#endif

#endif
