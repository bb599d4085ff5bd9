/// HTTP through libcurl, which is loaded when it is first needed: a run without an engine pays nothing
/// for it, and a machine without it can do everything else.
#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>

/// How a request ended.
typedef enum {
  ccurl_done = 0,
  /// libcurl is not installed.
  ccurl_missing = 1,
  /// No answer within the time allowed.
  ccurl_timeout = 2,
  /// The connection could not be made, or broke.
  ccurl_broken = 3,
  /// The answer is larger than allowed.
  ccurl_large = 4,
} ccurl_outcome;

/// An answer; the caller frees it with `ccurl_free`.
typedef struct {
  ccurl_outcome outcome;
  /// The HTTP status, or 0 where none came.
  long status;
  /// The seconds of `Retry-After`, or -1 where the header was not sent.
  long retry_after;
  unsigned char *body;
  size_t length;
  /// libcurl's own words for what went wrong.
  char message[256];
} ccurl_answer;

/// Sends a POST request, or a GET request where `body` is NULL. May be called from several threads.
///
/// - `headers`: complete header lines, ended by NULL.
/// - `milliseconds`: the time for the whole exchange.
/// - `limit`: the greatest number of bytes that an answer may have.
ccurl_answer ccurl_send(const char *url, const char *const *headers, const unsigned char *body,
                        size_t length, long milliseconds, size_t limit);

void ccurl_free(ccurl_answer *answer);

/// The version of the libcurl found (a text that lives on), or NULL.
const char *ccurl_version(void);

#endif
