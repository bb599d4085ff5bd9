#include "cicu_version.h"

#include <unicode/ulocdata.h>
#include <unicode/uversion.h>

void cicu_version(char *text) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, text);
}

void cicu_cldr_version(char *text) {
  UVersionInfo version;
  UErrorCode status = U_ZERO_ERROR;
  ulocdata_getCLDRVersion(version, &status);
  text[0] = 0;
  if (U_SUCCESS(status)) u_versionToString(version, text);
}
