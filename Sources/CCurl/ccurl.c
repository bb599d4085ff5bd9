#include "ccurl.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// curl.h checks the arguments of curl_easy_setopt by macros, which a function pointer cannot have.
#undef curl_easy_setopt
#undef curl_easy_getinfo

static struct {
  CURL *(*init)(void);
  CURLcode (*setopt)(CURL *, CURLoption, ...);
  CURLcode (*perform)(CURL *);
  CURLcode (*getinfo)(CURL *, CURLINFO, ...);
  void (*cleanup)(CURL *);
  struct curl_slist *(*append)(struct curl_slist *, const char *);
  void (*free_all)(struct curl_slist *);
  const char *(*error)(CURLcode);
  char *(*version)(void);
  CURLcode (*global)(long);
  int found;
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  *(void **)&curl.init = dlsym(library, "curl_easy_init");
  *(void **)&curl.setopt = dlsym(library, "curl_easy_setopt");
  *(void **)&curl.perform = dlsym(library, "curl_easy_perform");
  *(void **)&curl.getinfo = dlsym(library, "curl_easy_getinfo");
  *(void **)&curl.cleanup = dlsym(library, "curl_easy_cleanup");
  *(void **)&curl.append = dlsym(library, "curl_slist_append");
  *(void **)&curl.free_all = dlsym(library, "curl_slist_free_all");
  *(void **)&curl.error = dlsym(library, "curl_easy_strerror");
  *(void **)&curl.version = dlsym(library, "curl_version");
  *(void **)&curl.global = dlsym(library, "curl_global_init");
  curl.found = curl.init && curl.setopt && curl.perform && curl.getinfo && curl.cleanup &&
               curl.append && curl.free_all && curl.error && curl.version && curl.global &&
               curl.global(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

typedef struct {
  ccurl_answer *answer;
  size_t limit;
} sink;

static size_t on_body(char *data, size_t size, size_t count, void *context) {
  sink *into = context;
  size_t length = size * count;
  if (length > into->limit - into->answer->length) {
    into->answer->outcome = ccurl_large;
    return 0;
  }
  unsigned char *body = realloc(into->answer->body, into->answer->length + length + 1);
  if (!body) return 0;
  memcpy(body + into->answer->length, data, length);
  into->answer->body = body;
  into->answer->length += length;
  return length;
}

static size_t on_header(char *data, size_t size, size_t count, void *context) {
  static const char name[] = "retry-after:";
  ccurl_answer *answer = ((sink *)context)->answer;
  size_t length = size * count;
  if (length > sizeof name && strncasecmp(data, name, sizeof name - 1) == 0) {
    char value[32] = {0};
    size_t rest = length - (sizeof name - 1);
    memcpy(value, data + sizeof name - 1, rest < sizeof value - 1 ? rest : sizeof value - 1);
    char *end = NULL;
    long seconds = strtol(value, &end, 10);
    if (end != value && seconds >= 0) answer->retry_after = seconds;
  }
  return length;
}

static void set_options(CURL *handle, sink *into, const char *url, struct curl_slist *lines,
                        const unsigned char *body, size_t length, long milliseconds) {
  curl.setopt(handle, CURLOPT_URL, url);
  curl.setopt(handle, CURLOPT_HTTPHEADER, lines);
  curl.setopt(handle, CURLOPT_NOSIGNAL, 1L);
  // A redirection could carry the key to another host.
  curl.setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl.setopt(handle, CURLOPT_TIMEOUT_MS, milliseconds);
  curl.setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds < 10000 ? milliseconds : 10000L);
  curl.setopt(handle, CURLOPT_ERRORBUFFER, into->answer->message);
  curl.setopt(handle, CURLOPT_WRITEFUNCTION, on_body);
  curl.setopt(handle, CURLOPT_WRITEDATA, into);
  curl.setopt(handle, CURLOPT_HEADERFUNCTION, on_header);
  curl.setopt(handle, CURLOPT_HEADERDATA, into);
  if (body) {
    curl.setopt(handle, CURLOPT_POST, 1L);
    curl.setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)length);
    curl.setopt(handle, CURLOPT_POSTFIELDS, body);
  }
}

ccurl_answer ccurl_send(const char *url, const char *const *headers, const unsigned char *body,
                        size_t length, long milliseconds, size_t limit) {
  ccurl_answer answer = {.outcome = ccurl_done, .retry_after = -1};
  pthread_once(&once, load);
  CURL *handle = curl.found ? curl.init() : NULL;
  if (!handle) {
    answer.outcome = ccurl_missing;
    return answer;
  }
  struct curl_slist *lines = NULL;
  for (; *headers; headers++) lines = curl.append(lines, *headers);
  sink into = {.answer = &answer, .limit = limit};
  set_options(handle, &into, url, lines, body, length, milliseconds);
  CURLcode code = curl.perform(handle);
  curl.getinfo(handle, CURLINFO_RESPONSE_CODE, &answer.status);
  if (code != CURLE_OK && answer.outcome == ccurl_done) {
    answer.outcome = code == CURLE_OPERATION_TIMEDOUT ? ccurl_timeout : ccurl_broken;
    if (!answer.message[0]) strncpy(answer.message, curl.error(code), sizeof answer.message - 1);
  }
  curl.free_all(lines);
  curl.cleanup(handle);
  return answer;
}

void ccurl_free(ccurl_answer *answer) {
  free(answer->body);
  answer->body = NULL;
}

const char *ccurl_version(void) {
  pthread_once(&once, load);
  return curl.found ? curl.version() : NULL;
}
