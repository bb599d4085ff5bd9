"""A server with the documented shapes of three translation interfaces, and their failures.

Writes its port to the file named first; failures are those listed in the file named second, one a line,
one for each request in turn: ok, 429, 500, slow, cut, broken, count, refused. Requests are written to the
file named third.
"""
import http.server
import json
import os
import socket
import sys
import threading
import time

# Open files of the tests, by which they learn that other programs have ended.
os.closerange(3, 65536)
LOCK = threading.Lock()
FAILURES = open(sys.argv[2], encoding="utf-8").read().split()


def translated(text):
    """What every engine here does: the words in upper case, placeholders kept."""
    return text.replace("stengt", "closed").replace("Havna er", "The harbour is")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, body, headers=()):
        data = body.encode()
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with LOCK:
            failure = FAILURES.pop(0) if FAILURES else "ok"
            with open(sys.argv[3], "a", encoding="utf-8") as log:
                log.write(json.dumps({"path": self.path, "failure": failure,
                                      "key": self.headers.get("Authorization", ""),
                                      "body": json.loads(body)}) + "\n")
        if failure == "429":
            return self.answer(429, '{"message": "Too many requests"}', [("Retry-After", "0")])
        if failure == "500":
            return self.answer(500, "oops")
        if failure == "slow":
            time.sleep(3)
        if failure == "cut":
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b'{"transl')
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True
            return None
        if failure == "broken":
            return self.answer(200, '{"translations": [{"te')
        if failure == "refused":
            key = self.headers.get("Authorization", "")
            return self.answer(400, json.dumps({"message": "bad key " + key + str(body)}))
        return self.translate(json.loads(body), failure == "count")

    def translate(self, body, drops):
        if self.path == "/v2/glossaries":
            return self.answer(201, json.dumps({"glossary_id": "g-1", "ready": True}))
        if self.path == "/v2/translate":
            texts = [translated(text) for text in body["text"]]
            texts = texts[:-1] if drops else texts
            items = [{"detected_source_language": "NB", "text": text} for text in texts]
            return self.answer(200, json.dumps({"translations": items}))
        if self.path == "/translate":
            texts = [translated(text) for text in body["q"]]
            return self.answer(200, json.dumps({"translatedText": texts[:-1] if drops else texts}))
        if self.path == "/v1/chat/completions":
            texts = [translated(text) for text in json.loads(body["messages"][-1]["content"])]
            content = "```json\n" + json.dumps(texts[:-1] if drops else texts) + "\n```"
            message = {"role": "assistant", "content": content}
            return self.answer(200, json.dumps({"choices": [{"index": 0, "message": message}]}))
        return self.answer(404, "{}")


def end_with(parent):
    """Ends the server when the tests are gone, however they ended."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)


threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
with open(sys.argv[1], "w", encoding="utf-8") as port:
    port.write(f"{server.server_port}\n")
server.serve_forever()
