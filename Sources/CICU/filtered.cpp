// Filtered break iteration: the one part of ICU that has no C API.
#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "cicu_break.h"

extern "C" cicu_break_iterator *cicu_sentences_open(
    const char *locale, const uint16_t *const *abbreviations, const int32_t *lengths,
    int32_t count) {
  UErrorCode status = U_ZERO_ERROR;
  icu::LocalPointer<icu::BreakIterator> plain(
      icu::BreakIterator::createSentenceInstance(icu::Locale(locale), status));
  if (U_FAILURE(status)) return nullptr;
  if (count == 0) return reinterpret_cast<cicu_break_iterator *>(plain.orphan());
  icu::LocalPointer<icu::FilteredBreakIteratorBuilder> builder(
      icu::FilteredBreakIteratorBuilder::createEmptyInstance(status));
  if (U_FAILURE(status)) return nullptr;
  for (int32_t i = 0; i < count; ++i) {
    icu::UnicodeString text(
        false, reinterpret_cast<const UChar *>(abbreviations[i]), lengths[i]);
    builder->suppressBreakAfter(text, status);
  }
  // build() adopts the plain iterator, also when it fails.
  icu::BreakIterator *filtered = builder->build(plain.orphan(), status);
  if (U_FAILURE(status)) {
    delete filtered;
    return nullptr;
  }
  return reinterpret_cast<cicu_break_iterator *>(filtered);
}
