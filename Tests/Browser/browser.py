"""What the browser tests share: the real server as a process, and real headless Chromium."""
import json
import os
import re
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

TOKEN = "a-token-for-tests"


class Server:
    """samsvar-review on some files."""

    def __init__(self, program, *arguments):
        self.program = program
        self.arguments = [str(argument) for argument in arguments]
        self.start()

    def start(self):
        environment = dict(os.environ, SAMSVAR_REVIEW_TOKEN=TOKEN)
        self.process = subprocess.Popen(
            [self.program, "--no-open", *self.arguments], stdout=subprocess.PIPE, env=environment, text=True)
        self.address = self.process.stdout.readline().strip()
        match = re.match(r"http://127\.0\.0\.1:(\d+)/\?token=", self.address)
        assert match, f"no address was printed: {self.address!r}"
        self.port = int(match.group(1))
        self.url = f"http://127.0.0.1:{self.port}"

    def kill(self):
        """Ends it at once, as a power cut of the process would."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=20)

    def request(self, method, path, body=None, headers=None, raw=None, timeout=60):
        """The status and the bytes of an answer."""
        fields = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        fields.update(headers or {})
        fields = {name: value for name, value in fields.items() if value is not None}
        data = raw if raw is not None else None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, headers=fields, method=method)
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def get(self, path):
        status, data = self.request("GET", path)
        assert status == 200, (path, status, data[:300])
        return json.loads(data)

    def post(self, path, body=None):
        status, data = self.request("POST", path, body or {})
        assert status in (200, 201, 202), (path, status, data[:300])
        return json.loads(data)

    def edit(self, **edit):
        return self.post("/api/edits", edit)

    def job(self, kind, bitext=1):
        job = self.post("/api/jobs", {"kind": kind, "bitext": bitext})
        while job["state"] == "running":
            time.sleep(0.1)
            job = self.get(f"/api/jobs/{job['id']}")
        assert job["state"] == "done", job
        return job

    def beads(self, bitext=1, count=500):
        return self.get(f"/api/bitexts/{bitext}/beads?count={count}")["beads"]


class Browser:
    """Chromium with one page."""

    def __init__(self, width=1280, height=800, dark=False, language="en"):
        options = Options()
        options.binary_location = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        self.folder = tempfile.TemporaryDirectory()
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--force-device-scale-factor=1",
                         f"--window-size={width},{height}", f"--lang={language}", f"--user-data-dir={self.folder.name}"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        service = Service(os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver"))
        self.driver = webdriver.Chrome(options=options, service=service)
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})

    def open(self, address):
        self.driver.get(address)
        self.wait(lambda: self.js("return !!document.querySelector('.bead:not(.waiting), .claim, .empty')"))

    def close(self):
        self.driver.quit()
        self.folder.cleanup()

    def js(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def wait(self, condition, seconds=30, what="the page"):
        WebDriverWait(self.driver, seconds, poll_frequency=0.02).until(lambda _: condition(), f"waited in vain for {what}")

    def keys(self, *keys):
        """Presses keys, one after the other, where the focus is."""
        for key in keys:
            ActionChains(self.driver, duration=0).send_keys(key).perform()

    def chord(self, modifier, key):
        ActionChains(self.driver, duration=0).key_down(modifier).send_keys(key).key_up(modifier).perform()

    def idle(self):
        """Waits until all keys are done."""
        self.driver.set_script_timeout(60)
        self.driver.execute_async_script(
            "const done = arguments[0]; (async () => { let last; do { last = samsvar.turn; await last; } while (last !== samsvar.turn);"
            " requestAnimationFrame(() => done()); })();")

    @property
    def row(self):
        return self.js("return window.samsvar.current.row")

    def texts(self, row):
        """The cells of a row that is on the page."""
        return self.js("return [...document.querySelectorAll(`[data-row='${arguments[0]}'] .cell`)].map((cell) => cell.innerText)", row)

    def errors(self):
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def picture(self, path):
        self.driver.save_screenshot(path)
