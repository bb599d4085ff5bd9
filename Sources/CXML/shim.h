// libxml2's headers bring in ICU's when it was built with ICU, and Swift must not see those beside
// Foundation's own copy. Without the macro only one struct changes (xmlCharEncodingHandler), which
// is not used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>

/// Frees what libxml2 allocated; xmlFree is a global variable, which Swift may not touch.
static inline void cxml_free(void *memory) { xmlFree(memory); }
