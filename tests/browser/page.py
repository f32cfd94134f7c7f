# SPDX-License-Identifier: EUPL-1.2
"""The demo and its page, as hands and eyes use them."""

import json
import os
import re
import subprocess
import urllib.request
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect, sync_playwright

# Nothing but this machine has a name; the microphone is a tone.
FLAGS = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --use-fake-device-for-media-stream --use-fake-ui-for-media-stream""".split() + ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
WAIT_MS = 20_000
expect.set_options(timeout=WAIT_MS)


@contextmanager
def demo(program, listen="127.0.0.1:0"):
    """Runs `sportello demo` and gives the address of its page."""
    running = subprocess.Popen(
        [program, "demo", "--listen", listen], stdout=subprocess.PIPE, text=True, env={**os.environ, "SPORTELLO_LOG": "error"}
    )
    try:
        line = running.stdout.readline()
        yield re.search(r"http://127\.0\.0\.1:\d+", line).group()
    finally:
        running.terminate()
        running.wait(20)


class Control:
    """The simulator's control API."""

    def __init__(self, base):
        self.base = base

    def ask(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.base}/sim/{path}", data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            content = answer.read()
            return json.loads(content) if "json" in answer.headers["Content-Type"] else content

    def person(self, name):
        return next(p["id"] for p in self.ask("people") if p["first_name"] == name)

    def phone(self, name):
        return self.ask(f"phones/{self.person(name)}")

    def act(self, user, **deed):
        return self.ask("act", {"user": user, **deed})


@contextmanager
def chromium():
    """A browser with a new, empty profile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class Table:
    """The page: phones on a table. Remembers every error and every request that leaves this machine."""

    def __init__(self, browser, base, script="", **context):
        context = {"viewport": {"width": 1500, "height": 950}, "locale": "en-GB", "permissions": ["microphone"], **context}
        self.context = browser.new_context(**context)
        self.context.set_default_timeout(WAIT_MS)
        self.context.add_init_script(script)
        self.page: Page = self.context.new_page()
        self.wrong = []
        self.page.on("console", lambda m: m.type in ("error", "warning") and self.wrong.append(f"console: {m.text}"))
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("request", self.request)
        self.page.on("response", self.response)
        self.page.goto(base)
        expect(self.phone("Amina")).to_be_visible(timeout=WAIT_MS)

    def request(self, request):
        url = urlsplit(request.url)
        if url.scheme not in ("data", "blob") and url.hostname != "127.0.0.1":
            self.wrong.append(f"left this machine: {request.url}")

    def response(self, response):
        if response.status >= 400:
            self.wrong.append(f"refused: {response.status} {response.request.post_data}")

    def clean(self):
        assert not self.wrong, self.wrong

    def close(self):
        self.clean()
        self.context.close()

    def phone(self, name):
        return self.page.locator("section.phone", has=self.page.get_by_role("heading", name=re.compile(name)))

    def chat(self, name, title):
        self.phone(name).locator(".chats button", has_text=title).click()

    def rows(self, name):
        """The newest buttons under a message."""
        return self.phone(name).locator(".rows:not(.keys)").last

    def button(self, name, sign):
        """The newest button under a message that has this sign or word."""
        return self.phone(name).locator(".rows:not(.keys) button", has_text=sign).last

    def press(self, name, *signs):
        for sign in signs:
            self.button(name, sign).click()

    def answer(self, name, *signs):
        """Presses, and waits each time until other buttons are there."""
        for sign in signs:
            rows = self.rows(name)
            before = rows.inner_text()
            rows.locator("button", has_text=sign).first.click()
            expect(rows).not_to_have_text(before, use_inner_text=True)

    def write(self, name, text):
        field = self.phone(name).locator("textarea")
        field.fill(text)
        field.press("Enter")
        expect(field).to_have_value("")

    def begin(self, title):
        self.page.locator("#tours button", has_text=title).click()

    def step(self, number, of):
        """Waits until the tour has noticed by itself that it is here."""
        expect(self.page.locator("#tours strong")).to_contain_text(re.compile(rf"· {number} (of|di) {of}$"))

    def end(self):
        self.page.locator("#tours").get_by_role("button", name=re.compile("End the tour|Fine della visita")).click()
