# SPDX-License-Identifier: EUPL-1.2
"""Starts the simulator and one bot, acts as a person, and compares what the phone shows.

Usage: drive.py SIMULATOR poll|hook NAME COMMAND...
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

TOKEN = "777000111:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

EXPECTED = """\
Amina: /start
Bot: Hello, Amina!
Amina: Buongiorno 😀
Bot: Buongiorno 😀
Amina: About
Bot: About
Amina: 🖼 photo
  due
Bot: 🖼 photo
  due
Amina: 🎤 voice 0:03
Bot: 📎 copy.ogg
  Your voice
Amina: /menu
Bot: Chosen: two (edited)
· You chose two
⌨ [Help] [About]
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Control:
    def __init__(self, base):
        self.base = base

    def request(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.base}/sim/{path}", data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            text = answer.read().decode()
            return json.loads(text) if "json" in answer.headers["Content-Type"] else text

    def until(self, what, condition, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if condition():
                    return
            except (urllib.error.URLError, ConnectionError):
                pass
            time.sleep(0.05)
        raise SystemExit(f"never happened: {what}")


def converse(control):
    amina = control.request("people", {"first_name": "Amina", "language_code": "ar"})["id"]
    screen = lambda: control.request(f"phones/{amina}/text")

    def act(expected, **deed):
        control.request("act", {"user": amina, **deed})
        try:
            control.until(expected, lambda: expected in screen(), 15)
        except SystemExit:
            print(screen())
            for call in control.request("log?limit=5"):
                print(json.dumps(call, ensure_ascii=False))
            raise

    act("Bot: Hello, Amina!", do="start")
    act("Bot: Buongiorno 😀", do="send", text="Buongiorno 😀")
    act("Bot: About", do="key", label="About")
    act("Bot: 🖼 photo", do="send", kind="photo", text="due")
    act("Bot: 📎 copy.ogg", do="send", kind="voice", seconds=3)
    act("[One] [Two]", do="send", text="/menu")
    act("Chosen: two", do="press", label="Two")
    control.until("the toast", lambda: "· You chose two" in screen())
    if screen() != EXPECTED:
        raise SystemExit(f"the phone shows\n{screen()}\ninstead of\n{EXPECTED}")
    menu = control.request(f"commands?user={amina}")
    if menu != [{"command": "menu", "description": "Choose something"}]:
        raise SystemExit(f"the menu is {menu}")
    refusals = control.request("stats")["refusals"]
    if refusals:
        raise SystemExit(f"refused: {refusals}")


def main():
    simulator, mode, name, *command = sys.argv[1:]
    port, hook = free_port(), free_port()
    url = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [simulator, "--listen", f"127.0.0.1:{port}", "--token", TOKEN], stdout=subprocess.DEVNULL
    )
    bot = None
    try:
        control = Control(url)
        control.until("the simulator answers", lambda: control.request("bot"))
        environment = {**os.environ, "API_URL": url, "TOKEN": TOKEN, "PORT": str(hook)}
        bot = subprocess.Popen([*command, mode], env=environment)
        wanted = "setWebhook" if mode == "hook" else "setMyCommands"
        control.until("the bot starts", lambda: wanted in control.request("stats")["by_method"])
        converse(control)
    finally:
        if bot is not None:
            bot.send_signal(signal.SIGINT)
            try:
                bot.wait(10)
            except subprocess.TimeoutExpired:
                bot.kill()
        server.send_signal(signal.SIGINT)
        server.wait(10)
    print(f"ok  {name} {mode}")


if __name__ == "__main__":
    main()
