// The yardstick of text speed: a bare loop over ICU's sentence and word iterators.
// icu_loop LOCALE FILE prints the number of sentences and words.
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

static char *read_file(const char *path, int32_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  *length = (int32_t)ftell(file);
  rewind(file);
  char *bytes = malloc((size_t)*length + 1);
  if (bytes && fread(bytes, 1, (size_t)*length, file) != (size_t)*length) *length = 0;
  fclose(file);
  return bytes;
}

static long count(UBreakIteratorType type, const char *locale, const UChar *text, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(type, locale, text, length, &status);
  if (U_FAILURE(status)) return -1;
  long boundaries = 0;
  while (ubrk_next(iterator) != UBRK_DONE) boundaries++;
  ubrk_close(iterator);
  return boundaries;
}

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  int32_t bytes = 0, length = 0;
  char *utf8 = read_file(argv[2], &bytes);
  if (!utf8) return 66;
  UChar *text = malloc(sizeof(UChar) * ((size_t)bytes + 1));
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(text, bytes + 1, &length, utf8, bytes, &status);
  if (U_FAILURE(status)) return 65;
  long sentences = count(UBRK_SENTENCE, argv[1], text, length);
  long words = count(UBRK_WORD, argv[1], text, length);
  printf("%ld\t%ld\n", sentences, words);
  return 0;
}
