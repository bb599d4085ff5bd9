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
#include <string.h>

/// Frees what libxml2 allocated; xmlFree is a global variable, which Swift may not touch.
static inline void cxml_free(void *memory) { xmlFree(memory); }

/// The first error of a reader: where and what.
typedef struct {
  int line;
  char message[256];
} cxml_error;

/// Keeps the first error; the rest mostly follow from it. The error's type lost and gained a `const`
/// between versions of libxml2, so it comes as an untyped pointer.
static inline void cxml_keep_error(void *context, void *error) {
  cxml_error *kept = (cxml_error *)context;
  const xmlError *found = (const xmlError *)error;
  if (!kept || !found || kept->message[0] || found->level < XML_ERR_ERROR) return;
  // An xml:id that stands twice leaves the document well-formed; where it matters, a validator says so.
  if (found->code == XML_DTD_ID_REDEFINED) return;
  kept->line = found->line;
  strncpy(kept->message, found->message ? found->message : "not well-formed",
          sizeof(kept->message) - 1);
}

/// Has a reader keep its first error in `kept`.
static inline void cxml_catch_errors(xmlTextReaderPtr reader, cxml_error *kept) {
  memset(kept, 0, sizeof(*kept));
  xmlTextReaderSetStructuredErrorHandler(reader, (xmlStructuredErrorFunc)cxml_keep_error, kept);
}

/// Whether the document that a node stands in declares entities of its own.
static inline int cxml_declares_entities(xmlNodePtr node) {
  xmlDocPtr document = node ? node->doc : NULL;
  return document && document->intSubset && document->intSubset->entities;
}
