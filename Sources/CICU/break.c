#include "cicu_break.h"

#include <unicode/ubrk.h>

static cicu_break_iterator *open_iterator(UBreakIteratorType type, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(type, locale, NULL, 0, &status);
  return U_FAILURE(status) ? NULL : (cicu_break_iterator *)iterator;
}

cicu_break_iterator *cicu_sentences_open(const char *locale) {
  return open_iterator(UBRK_SENTENCE, locale);
}

cicu_break_iterator *cicu_words_open(const char *locale) {
  return open_iterator(UBRK_WORD, locale);
}

int32_t cicu_break_set_text(
    cicu_break_iterator *iterator, const uint16_t *text, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText((UBreakIterator *)iterator, (const UChar *)text, length, &status);
  return U_FAILURE(status) ? (int32_t)status : 0;
}

int32_t cicu_break_first(cicu_break_iterator *iterator) {
  return ubrk_first((UBreakIterator *)iterator);
}

int32_t cicu_break_next(cicu_break_iterator *iterator) {
  return ubrk_next((UBreakIterator *)iterator);
}

int32_t cicu_break_status(cicu_break_iterator *iterator) {
  return ubrk_getRuleStatus((UBreakIterator *)iterator);
}

void cicu_break_close(cicu_break_iterator *iterator) { ubrk_close((UBreakIterator *)iterator); }
