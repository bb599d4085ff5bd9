// Break iteration (UAX #29), https://unicode-org.github.io/icu/userguide/boundaryanalysis/
#ifndef SAMSVAR_CICU_BREAK_H
#define SAMSVAR_CICU_BREAK_H

#include <stdbool.h>
#include <stdint.h>

/// An ICU break iterator.
typedef struct cicu_break_iterator cicu_break_iterator;

#ifdef __cplusplus
extern "C" {
#endif

/// A sentence iterator; NULL on failure.
cicu_break_iterator *cicu_sentences_open(const char *locale);

/// A word iterator; NULL on failure.
cicu_break_iterator *cicu_words_open(const char *locale);

/// Points the iterator at UTF-16 text, which must outlive its use. 0 on success.
int32_t cicu_break_set_text(
    cicu_break_iterator *iterator, const uint16_t *text, int32_t length);

int32_t cicu_break_first(cicu_break_iterator *iterator);

/// The next boundary in UTF-16 units, or -1 at the end.
int32_t cicu_break_next(cicu_break_iterator *iterator);

/// What stands before the boundary last returned: below 100 no word, 100..<200 a number.
int32_t cicu_break_status(cicu_break_iterator *iterator);

void cicu_break_close(cicu_break_iterator *iterator);

#ifdef __cplusplus
}
#endif

#endif
