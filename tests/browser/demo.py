# SPDX-License-Identifier: EUPL-1.2
"""The demo in a real browser: its three tours from start to end, Arabic, keyboard, contrast, microphone.

Usage: demo.py SPORTELLO FOLDER [NAME...]: the program, where screenshots go, which checks (all).
"""

import re
import sys
import time
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from page import Control, Table, chromium, demo
from playwright.sync_api import expect

GROUP = "operatori"


def until_summary(table, name):
    """Answers a form by its first buttons until the summary is there."""
    go_on, any_answer = re.compile("✔️|⏭"), re.compile(r"^(?!✖️|◀|▶️|❓|🗑)")
    for _ in range(30):
        rows = table.rows(name)
        if "✏️" in rows.inner_text():
            return
        table.answer(name, go_on if rows.locator("button", has_text=go_on).count() else any_answer)
    raise AssertionError(f"no summary on the phone of {name}")


def arabic_runs_from_the_right(table, folder):
    """Everything of Amina's chat is laid out from right to left and nothing sticks out."""
    log = table.phone("Amina").locator(".log")
    found = log.evaluate("""log => {
        const box = (e) => e.getBoundingClientRect();
        const inner = box(log);
        const pad = (one) => [inner.right - box(one).right, box(one).left - inner.left];
        const theirs = [...log.querySelectorAll(".message:not(.mine):not(.service)")].at(-1);
        const mine = log.querySelector(".message.mine");
        const words = theirs.querySelector(".words");
        return {
            dir: getComputedStyle(log).direction, lang: log.lang,
            words: getComputedStyle(words).direction, text: words.textContent,
            theirs: pad(theirs), mine: pad(mine),
            wide: [...document.querySelectorAll(".phone, .phone *")].filter((e) => {
                const style = getComputedStyle(e);
                const scrolls = ["auto", "scroll"].includes(style.overflowX) || style.textOverflow === "ellipsis";
                return e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && !scrolls && style.display !== "inline" && style.visibility !== "hidden";
            }).map((e) => `${e.tagName}.${e.className}: ${e.scrollWidth} > ${e.clientWidth}`),
            log: log.scrollWidth - log.clientWidth,
        };
    }""")
    assert (found["dir"], found["lang"], found["words"]) == ("rtl", "ar", "rtl"), found
    assert re.search("[\u0600-\u06ff]", found["text"]), found
    (right, left) = found["theirs"]
    assert right < 40 and left > right, f"what the bot writes does not begin at the right: {found}"
    (right, left) = found["mine"]
    assert left < 40 and right > left, f"her own words do not stand at the left: {found}"
    assert found["log"] <= 0 and not found["wide"], found
    table.phone("Amina").screenshot(path=folder / "arabic.png")


def a_mother_asks_in_arabic(table, folder):
    table.begin("Arabic")
    table.step(1, 7)
    table.phone("Amina").get_by_role("button", name="START").click()
    table.step(2, 7)
    table.answer("Amina", "العربية")
    table.step(3, 7)
    arabic_runs_from_the_right(table, folder)
    table.answer("Amina", "👍")
    table.step(4, 7)
    table.answer("Amina", "🏫", "👪")
    table.step(5, 7)
    table.write("Amina", "melegnano")
    expect(table.rows("Amina")).not_to_contain_text("Carpiano")
    until_summary(table, "Amina")
    table.step(6, 7)
    arabic_runs_from_the_right(table, folder)
    # Nobody who comes back in the middle begins anew.
    table.page.reload()
    table.step(6, 7)
    table.press("Amina", "✅")
    table.step(7, 7)
    badge = table.phone("Anna").locator(".chats button", has_text=GROUP).locator(".badge")
    expect(badge).to_have_text("1")
    table.chat("Anna", GROUP)
    expect(badge).to_have_count(0)
    assert "Amina" not in table.phone("Anna").locator(".log").inner_text(), "a name in the group"
    table.end()
    expect(table.page.locator("#tours button", has_text="Arabic")).to_contain_text("✓")


def a_teacher_asks_and_an_operator_answers(table, folder):
    table.page.locator("#language").select_option("it")
    table.begin("maestra")
    table.step(1, 8)
    table.phone("Marta").get_by_role("button", name="AVVIA").click()
    table.answer("Marta", "Italiano", "👍")
    table.step(2, 8)
    table.answer("Marta", "🗣")
    until_summary(table, "Marta")
    table.step(3, 8)
    table.press("Marta", "✅")
    table.step(4, 8)
    table.chat("Anna", GROUP)
    table.press("Anna", "✋")
    table.step(5, 8)
    table.chat("Anna", "Sportello")
    table.press("Anna", "💬")
    expect(table.phone("Anna").locator(".log")).to_contain_text("✍️")
    table.write("Anna", "La mediatrice è libera lunedì.")
    table.step(6, 8)
    table.write("Marta", "Grazie, lunedì va bene!")
    table.step(7, 8)
    table.press("Anna", "🟢")
    table.press("Anna", "informazione")
    table.step(8, 8)
    table.page.screenshot(path=folder / "italian.png")
    table.end()
    table.page.locator("#language").select_option("en")


def a_day_at_the_desk(table, folder):
    table.begin("day at the desk")
    table.step(1, 10)
    table.phone("Oksana").get_by_role("button", name="START").click()
    table.answer("Oksana", "Українська", "👍")
    table.step(2, 10)
    table.write("Oksana", "Скільки коштує шкільний автобус?")
    expect(table.rows("Oksana")).to_contain_text("✅")
    table.answer("Oksana", "✅")
    until_summary(table, "Oksana")
    table.answer("Oksana", "✅")
    table.step(3, 10)
    table.chat("Anna", "Sportello")
    table.write("Anna", "/queue")
    number = re.search(r"· uk · .*?([MDG]-\d{4})", table.button("Anna", "-1").locator("xpath=ancestor::article").inner_text())
    table.press("Anna", number.group(1), "✋")
    table.step(4, 10)
    table.press("Anna", "📅")
    days = table.rows("Anna").locator("button", has_text=re.compile(r"^\d+/\d+$"))
    days.nth(1).click()
    table.press("Anna", "15:30")
    table.step(5, 10)
    table.press("Oksana", "✅")
    table.step(6, 10)
    table.page.screenshot(path=folder / "demo.png")
    heading = table.page.locator("#tours strong")
    for _ in range(12):
        table.page.get_by_role("button", name="Next morning").click()
        try:
            expect(heading).to_contain_text("7 of", timeout=4_000)
            break
        except AssertionError:
            continue
    table.step(7, 10)
    table.page.get_by_role("button", name="Break Telegram").click()
    table.step(8, 10)
    table.write("Oksana", "Дякую, я прийду з сестрою!")
    table.step(9, 10)
    table.page.screenshot(path=folder / "broken.png")
    assert "Дякую" not in table.phone("Anna").locator(".log").inner_text(), "it is not broken"
    table.page.get_by_role("button", name="Mend it now").click()
    table.step(10, 10)
    told = table.phone("Anna").locator(".log").inner_text().count("Дякую")
    assert told == 1, f"Oksana’s words came {told} times"
    table.page.locator("#refused summary").click()
    expect(table.page.locator("#refusals")).to_contain_text(re.compile(r"\d+ × 502 Bad Gateway"))
    table.end()


def a_breakdown_ends_by_itself(table, control, _):
    table.page.get_by_role("button", name="Break Telegram").click()
    banner = table.page.locator("#banner")
    expect(banner).to_contain_text("mends itself in")
    control.ask("clock", {"advance_ms": 61_000})
    expect(banner).to_be_hidden()


def topics_have_badges_of_their_own(table, control, folder):
    anna, luca = control.person("Anna"), control.person("Luca")
    forum = control.ask("groups", {"title": "Forum", "kind": "forum", "owner": luca, "members": [anna], "bot": "absent"})["id"]
    threads = [control.act(luca, chat=forum, do="create_topic", name=name)["thread"] for name in ("School", "Health")]
    for thread, words in [(threads[0], "one"), (threads[0], "two"), (threads[1], "three"), (None, "four")]:
        control.act(luca, chat=forum, do="send", text=words, thread=thread)
    table.chat("Anna", "Forum")
    phone = table.phone("Anna")
    topic = lambda name: phone.locator(".topics button", has_text=name)
    # All was read when all was shown; what comes later counts where it is written.
    expect(phone.locator(".topics .badge")).to_have_count(0)
    topic("Health").click()
    for words in ("five", "six"):
        control.act(luca, chat=forum, do="send", text=words, thread=threads[0])
    expect(topic("School").locator(".badge")).to_have_text("2")
    phone.screenshot(path=folder / "topics.png")
    expect(topic("School").get_by_role("img", name="2 unread")).to_be_visible()
    topic("School").click()
    expect(phone.locator(".topics .badge")).to_have_count(0)
    control.act(luca, chat=forum, do="close_topic", thread=threads[0])
    expect(topic("School").get_by_role("img", name="closed")).to_be_visible()
    control.act(luca, chat=forum, do="leave")


def what_cannot_be_sent_is_marked_and_can_be_sent_again(table, control, _):
    anna, samira = control.person("Anna"), control.person("Samira")
    group = control.ask("groups", {"title": "Quiet", "kind": "supergroup", "owner": anna, "members": [samira], "bot": "absent"})["id"]
    table.chat("Samira", "Quiet")
    patch = lambda rights: table.page.request.patch(f"{control.base}/sim/groups/{group}", data={"permissions": rights})
    patch([])
    table.write("Samira", "Can you hear me?")
    failed = table.phone("Samira").locator(".failed")
    expect(failed).to_contain_text("not sent")
    # The browser, too, notes the refusal: that one is on purpose.
    table.wrong = [line for line in table.wrong if "409" not in line]
    patch(["can_send_messages"])
    failed.get_by_role("button", name="Try again").click()
    expect(failed).to_have_count(0)
    expect(table.phone("Samira").locator(".message.mine", has_text="Can you hear me?")).to_contain_text("✓")


def a_voice_is_recorded(table, control, _):
    phone = table.phone("Luca")
    phone.get_by_role("button", name="Record a voice message").click()
    expect(phone.locator(".recording")).to_contain_text("0:02")
    phone.get_by_role("button", name="Send the recording").click()
    voice = phone.locator(".media.voice").last
    expect(voice).to_contain_text("0:02")
    file = next(m["media"]["file"] for m in reversed(control.phone("Luca")["chats"][0]["messages"]) if m["media"])
    assert file["mime_type"] == "audio/ogg", file
    content = control.ask(f"files/{file['file_id']}")
    assert content[:4] == b"OggS" and b"OpusHead" in content[:64], content[:64]
    # Chromium itself can play what was made of it.
    length = voice.locator("audio").evaluate("""audio => new Promise((resolve, reject) => {
        audio.onloadedmetadata = () => resolve(audio.duration);
        audio.onerror = () => reject(new Error(audio.error.message));
        audio.load();
    })""")
    assert 1.5 < length < 4, length


def without_a_microphone_a_file_will_do(table, control, _):
    luca = control.person("Luca")
    control.act(luca, do="send", kind="voice", seconds=3)
    voices = lambda: [m["media"]["file"] for m in control.phone("Luca")["chats"][0]["messages"] if m["media"]]
    sound = control.ask(f"files/{voices()[-1]['file_id']}")
    deaf = "Object.defineProperty(navigator, 'mediaDevices', { value: undefined })"
    other = Table(table.context.browser, control.base, deaf, viewport={"width": 390, "height": 844})
    phone = other.phone("Luca")
    with other.page.expect_file_chooser() as chooser:
        phone.get_by_role("button", name="Record a voice message").click()
    chooser.value.set_files({"name": "v.ogg", "mimeType": "audio/ogg", "buffer": sound})
    expect(phone.locator(".media.voice").last).to_contain_text("0:03")
    other.close()
    assert voices()[-1]["duration"] == 3 and len(voices()) >= 2, voices()


def a_demo_that_was_started_anew_knows_no_old_tour(table, *_):
    program = sys.argv[1]
    with demo(program) as base:
        other = Table(table.context.browser, base)
        other.begin("Arabic")
        other.phone("Amina").get_by_role("button", name="START").click()
        other.step(2, 7)
    expect(other.page.locator("#lost")).to_be_visible()
    with demo(program, base.removeprefix("http://")):
        expect(other.page.locator("#tours button", has_text="Arabic")).to_be_visible()
        expect(other.phone("Amina").get_by_role("button", name="START")).to_be_visible()
    # That it was away is in the browser's console.
    other.context.close()


def the_keyboard_is_enough(table, _, __):
    page, phone = table.page, table.phone("Luca")
    focused = lambda: page.evaluate("document.activeElement.className + ' ' + document.activeElement.tagName")
    page.reload()
    expect(phone.locator("textarea")).to_be_visible()
    page.keyboard.press("Tab")
    assert "skip" in focused(), focused()
    page.keyboard.press("Enter")
    reached = False
    for _ in range(200):
        page.keyboard.press("Tab")
        if phone.locator("textarea").evaluate("e => e === document.activeElement"):
            reached = True
            break
    assert reached, "the text field of the fifth phone is out of reach"
    page.keyboard.type("/queue")
    page.keyboard.press("Enter")
    expect(phone.locator(".log")).to_contain_text("📋")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(phone.locator(".panel button").first).to_be_focused()
    page.keyboard.press("Escape")
    assert phone.locator(".composer .icon").first.evaluate("e => e === document.activeElement"), focused()


def everybody_can_read_it(table, _, folder):
    """axe-core's rules for WCAG 2.1 A and AA; wide and narrow, light and dark."""
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
    table.begin("teacher")
    for width, height in [(1500, 950), (390, 844)]:
        table.page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            table.page.emulate_media(color_scheme=scheme)
            table.phone("Marta").scroll_into_view_if_needed()
            table.page.screenshot(path=folder / f"{scheme}-{width}.png")
            found = Axe().run(table.page, options=rules)
            assert not found.response["violations"], f"{scheme} {width}: {found.generate_report()}"
            wide = table.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{scheme}: the page is {wide} px wider than {width}"
            at = table.phone("Marta").bounding_box()
            under = table.page.locator("#tours").bounding_box()
            assert under["y"] + under["height"] <= at["y"] + 1, f"{scheme} {width}: the tour covers the phone"
    table.page.set_viewport_size({"width": 1500, "height": 950})
    table.page.emulate_media(color_scheme="light")
    table.end()


TOURS = [a_mother_asks_in_arabic, a_teacher_asks_and_an_operator_answers, a_day_at_the_desk]
REST = [
    a_breakdown_ends_by_itself,
    topics_have_badges_of_their_own,
    what_cannot_be_sent_is_marked_and_can_be_sent_again,
    a_voice_is_recorded,
    without_a_microphone_a_file_will_do,
    a_demo_that_was_started_anew_knows_no_old_tour,
    the_keyboard_is_enough,
    everybody_can_read_it,
]


def main():
    program, folder, *names = sys.argv[1:]
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with demo(program) as base, chromium() as browser:
        control = Control(base)
        table = Table(browser, base)
        for check in TOURS + REST:
            if names and check.__name__ not in names:
                continue
            begun = time.monotonic()
            try:
                check(table, folder) if check in TOURS else check(table, control, folder)
                table.clean()
            except BaseException:
                table.page.screenshot(path=folder / "failed.png")
                print(f"FAILED  {check.__name__}: see {folder / 'failed.png'}; {table.wrong}", file=sys.stderr)
                raise
            print(f"ok  {check.__name__} ({time.monotonic() - begun:.1f} s)")
        table.close()


if __name__ == "__main__":
    main()
