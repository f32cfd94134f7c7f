// SPDX-License-Identifier: EUPL-1.2
// One phone: its chats, what is written on it, what is done with it.

import { ask, h, put } from "./base.js";
import { failure, message } from "./message.js";
import { Recording } from "./recording.js";
import { safeUrl } from "./text.js";
import { language, t } from "./words.js";

const badge = (n) => (n ? h("span", { class: "badge" }, h("span", { role: "img", "aria-label": t("unread", { n }) }, String(n))) : null);

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv"]);

export class PhoneView {
  /** `table`: `person()` who it is, `changed()`, `gone()`, `close()`. */
  constructor(user, table) {
    this.user = user;
    this.table = table;
    this.chat = user;
    this.topic = "all";
    this.cache = new Map();
    this.gone = new Map();
    this.failed = [];
    this.mode = null;
    this.data = null;
    const title = `name-${user}`;
    this.face = h("span", { class: "face", "aria-hidden": "true" });
    this.name = h("h2", { id: title, dir: "auto" });
    this.optionsButton = h("button", { type: "button", class: "icon", "aria-expanded": "false", onclick: () => this.toggle("options") }, "⋮");
    this.closeButton = h("button", { type: "button", class: "icon", onclick: () => this.table.close() }, "✕");
    this.options = h("div", { class: "panel", hidden: true });
    this.chats = h("div", { class: "chats", role: "group", hidden: true });
    this.topics = h("div", { class: "topics", role: "group", hidden: true });
    this.log = h("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" });
    this.typing = h("p", { class: "typing", "aria-live": "polite" });
    this.keys = h("div", { class: "rows keys", role: "group", hidden: true });
    this.menu = h("div", { class: "panel", role: "group", hidden: true });
    this.startButton = h("button", { type: "button", class: "main start", onclick: () => this.act({ do: "start" }) });
    this.modeText = h("span", { dir: "auto" });
    this.modeCancel = h("button", { type: "button", class: "icon", onclick: () => this.setMode(null) }, "✕");
    this.modeLine = h("div", { class: "mode", hidden: true }, this.modeText, this.modeCancel);
    this.text = h("textarea", {
      rows: "1", dir: "auto",
      onkeydown: (event) => {
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.submit(); }
        if (event.key === "Escape" && this.mode) this.setMode(null);
      },
      onfocus: () => this.read(),
    });
    this.menuButton = h("button", { type: "button", class: "icon", "aria-expanded": "false", onclick: () => this.toggle("menu") }, "☰");
    this.sendButton = h("button", { class: "main" }, "➤");
    this.fileInput = h("input", { type: "file", multiple: true, tabindex: "-1", "aria-hidden": "true", onchange: () => this.upload() });
    this.recording = new Recording({
      heard: (file, seconds) => this.upload([file], { kind: "voice", seconds }),
      ended: () => { this.line.hidden = this.attach.hidden = false; this.voiceButton.focus(); },
    });
    const kind = (key, sign, body) => {
      const button = h("button", { type: "button", class: "icon", onclick: () => this.act({ do: "send", ...this.where(), ...body }) }, sign);
      button.dataset.label = key;
      return button;
    };
    this.fileButton = h("button", { type: "button", class: "icon", "data-label": "file", onclick: () => this.choose("") }, "📎");
    this.voiceButton = h("button", { type: "button", class: "icon", "data-label": "voice", onclick: () => this.listen() }, "🎤");
    this.attach = h("div", { class: "attach", role: "group" },
      this.voiceButton, kind("photo", "🖼", { kind: "photo" }),
      kind("sticker", "🙂", { kind: "sticker", emoji: "👍" }), kind("place", "📍", { kind: "location" }),
      this.fileButton, this.fileInput);
    this.line = h("div", { class: "line" }, this.menuButton, this.text, this.sendButton);
    this.form = h("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      this.line, this.recording.line, this.attach);
    this.toasts = h("div", { class: "toasts", role: "status" });
    this.screen = h("section", { class: "phone", "aria-labelledby": title, tabindex: "-1" },
      h("header", {}, this.face, this.name, this.optionsButton, this.closeButton),
      this.toasts, this.options, this.chats, this.topics, this.log, this.typing,
      this.keys, this.menu, this.startButton, this.modeLine, this.form);
    // The end of the chat stays in view when the keyboard comes and goes.
    this.atEnd = true;
    this.log.addEventListener("scroll", () => {
      this.atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
    }, { passive: true });
    this.sizes = new ResizeObserver(() => { if (this.atEnd) this.toEnd(); });
    this.sizes.observe(this.log);
    this.words();
  }

  /** What does not depend on the data, in the page's language. */
  words() {
    const label = (element, key, values) => {
      element.setAttribute("aria-label", t(key, values));
      if (element.tagName === "BUTTON") element.title = t(key, values);
    };
    label(this.optionsButton, "options");
    label(this.closeButton, "close");
    label(this.chats, "chats");
    label(this.topics, "topics");
    label(this.keys, "keyboard");
    label(this.menu, "commands");
    label(this.menuButton, "commands");
    label(this.sendButton, "send");
    label(this.text, "write");
    label(this.modeCancel, "cancel");
    label(this.attach, "attach");
    label(this.recording.send, "sendVoice");
    label(this.recording.stop, "stopVoice");
    for (const button of this.attach.querySelectorAll("[data-label]")) label(button, button.dataset.label);
    this.startButton.textContent = t("start");
    this.cache.clear();
    this.log.replaceChildren();
    if (this.data) this.render();
  }

  get current() { return this.data?.chats.find((c) => c.id === this.chat); }

  /** The topic that is open; none when all are shown or there are none. */
  thread() {
    if (!this.current?.forum || this.topic === "all") return null;
    return this.topic === "general" ? 1 : this.topic;
  }

  /** Topic and answered message of what is sent next. */
  where() {
    const chat = this.current;
    const out = {};
    if (chat?.forum && typeof this.topic === "number") out.thread = this.topic;
    if (this.mode?.kind === "reply") {
      out.reply_to = this.mode.message.id;
      if (chat?.forum && this.mode.message.thread) out.thread = this.mode.message.thread;
    }
    return out;
  }

  async act(deed) {
    try {
      const answer = await ask("/sim/act", { user: this.user, chat: this.chat, ...deed });
      if (answer.copied) this.toast(t("copied", { text: answer.copied }));
      if (deed.do === "send" || deed.do === "key") { this.setMode(null); this.down = true; }
      this.read();
      this.table.changed();
      return true;
    } catch (error) {
      if (deed.do === "send" && deed.text) this.fail(deed, error.message);
      else this.toast(error.message, { error: true });
      return false;
    }
  }

  say(text) { return this.act({ do: "send", text, ...this.where() }); }

  async submit() {
    const text = this.text.value;
    if (!text.trim()) return;
    const done = this.mode?.kind === "edit"
      ? await this.act({ do: "edit", message: this.mode.message.id, text })
      : await this.say(text);
    if (done || this.mode?.kind !== "edit") { this.text.value = ""; this.setMode(null); }
  }

  /** Keeps what could not be sent in view, to send it again. */
  fail(deed, why) {
    this.failed.push({ chat: this.chat, topic: this.topic, deed, text: deed.text, why });
    this.down = true;
    this.render();
  }

  /** Files chosen by hand, of these kinds. */
  choose(accept) {
    this.fileInput.accept = accept;
    this.fileInput.click();
  }

  /** Records a voice message; without a microphone a file will do. */
  async listen() {
    try {
      await this.recording.begin();
      this.line.hidden = this.attach.hidden = true;
      this.recording.send.focus();
    } catch {
      this.toast(t("noMicrophone"));
      this.choose("audio/*");
    }
  }

  async upload(files = [...this.fileInput.files], more = {}) {
    const where = { ...this.where(), ...more };
    // Several files at once are an album.
    const album = files.length > 1 ? `page-${crypto.randomUUID()}` : null;
    try {
      for (const [i, file] of files.entries()) {
        const form = new FormData();
        form.set("user", this.user);
        form.set("chat", this.chat);
        for (const [key, value] of Object.entries(where)) form.set(key, value);
        if (album) form.set("album", album);
        if (i === 0 && this.text.value.trim()) form.set("text", this.text.value);
        form.set("file", file, file.name);
        await ask("/sim/upload", form);
      }
      this.text.value = "";
      this.down = true;
      this.setMode(null);
      this.table.changed();
    } catch (error) { this.toast(error.message, { error: true }); }
    this.fileInput.value = "";
  }

  read() {
    const { current } = this;
    const thread = this.thread();
    const unread = thread ? current?.unread_by_topic[thread] : current?.unread;
    if (unread && !document.hidden) ask("/sim/act", { user: this.user, chat: this.chat, do: "read", thread }).then(() => this.table.changed(), () => {});
  }

  setMode(mode) {
    if (!mode && this.mode?.kind === "edit") this.text.value = "";
    this.mode = mode;
    this.modeLine.hidden = !mode;
    if (!mode) return;
    this.modeText.textContent = `${t(mode.kind === "edit" ? "editing" : "replying")}: ${mode.message.line || mode.message.text}`;
    if (mode.kind === "edit") this.text.value = mode.message.text;
    this.text.focus();
  }

  async toggle(which) {
    const [panel, button, other, otherButton] = which === "menu"
      ? [this.menu, this.menuButton, this.options, this.optionsButton]
      : [this.options, this.optionsButton, this.menu, this.menuButton];
    other.hidden = true;
    otherButton.setAttribute("aria-expanded", "false");
    const open = panel.hidden;
    if (open) { await (which === "menu" ? this.fillMenu() : this.fillOptions()); }
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) panel.querySelector("button, input")?.focus();
  }

  shut() {
    for (const [panel, button] of [[this.menu, this.menuButton], [this.options, this.optionsButton]]) {
      panel.hidden = true;
      button.setAttribute("aria-expanded", "false");
    }
  }

  async fillMenu() {
    let list = [];
    try { list = await ask(`/sim/commands?user=${this.user}&chat=${this.chat}`); } catch (error) { this.toast(error.message, { error: true }); }
    const send = (command) => { this.shut(); this.menuButton.focus(); this.say(`/${command}`); };
    this.menu.replaceChildren(...(list.length
      ? list.map((c) => h("button", { type: "button", dir: "auto", onclick: () => send(c.command) }, h("b", {}, `/${c.command}`), ` ${c.description}`))
      : [h("p", {}, t("noCommands"))]));
  }

  fillOptions() {
    const blocked = this.data?.blocked;
    const input = h("input", { name: "payload", autocomplete: "off", "aria-label": `${t("payload")} ?start=`, placeholder: "?start=…" });
    const act = (deed) => { this.shut(); this.optionsButton.focus(); this.act(deed); };
    this.options.replaceChildren(
      h("button", { type: "button", onclick: () => act({ do: blocked ? "unblock" : "block" }) }, t(blocked ? "unblock" : "block")),
      h("button", { type: "button", onclick: () => act({ do: "send", kind: "contact", name: this.data.name, phone: this.table.person()?.phone ?? undefined }) }, t("contact")),
      h("button", { type: "button", onclick: () => act({ do: "send", kind: "voice", seconds: 5, ...this.where() }) }, t("readyVoice")),
      h("form", { onsubmit: (event) => { event.preventDefault(); this.chat = this.user; act({ do: "start", payload: input.value.trim() || null }); } },
        h("label", {}, input), h("button", {}, t("open"))),
      ...(this.chat === this.user ? [] : [h("button", { type: "button", onclick: () => act({ do: "leave" }) }, t("leave"))]));
  }

  toast(text, { alert = false, error = false, url = null } = {}) {
    const close = () => box.remove();
    const content = url && safeUrl(url)
      ? h("a", { href: safeUrl(url), target: "_blank", rel: "noopener noreferrer" }, text) : text;
    const box = h("div", { class: `toast${alert || url ? " alert" : ""}${error ? " error" : ""}`, role: alert || error ? "alert" : null },
      h("span", { dir: "auto" }, content),
      alert || url ? h("button", { type: "button", onclick: close }, t("ok")) : null);
    this.toasts.append(box);
    while (this.toasts.children.length > 3) this.toasts.firstChild.remove();
    if (!alert) setTimeout(close, url ? 12_000 : 6_000);
  }

  action(what) {
    const name = this.data?.bot?.[0] ?? "Bot";
    this.typing.textContent = what === "typing" ? t("typing", { name }) : t("busy", { name, what: what.replaceAll("_", " ") });
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => { this.typing.textContent = ""; }, 5_000);
  }

  /** Remembers a message that has been deleted, to show where it was. */
  delete(chat, id, line) {
    const known = this.data?.chats.find((c) => c.id === chat)?.messages.find((m) => m.id === id);
    const first = this.data?.chats.find((c) => c.id === chat)?.messages[0]?.id ?? 0;
    if (!known && id < first) return;
    const list = this.gone.get(chat) ?? [];
    if (list.some((m) => m.id === id)) return;
    list.push({ ...(known ?? { id, name: "", text: line ?? "", entities: [], media: null, reply: null, reactions: {} }), buttons: [], deleted: true });
    this.gone.set(chat, list.slice(-50));
  }

  async refresh() {
    let data;
    try { data = await ask(`/sim/phones/${this.user}?limit=100`); } catch (error) {
      if (error.message.startsWith("no such")) this.table.gone();
      return;
    }
    const same = JSON.stringify(data);
    if (same === this.before) return;
    this.before = same;
    this.data = data;
    if (!data.chats.some((c) => c.id === this.chat)) this.chat = data.chats[0]?.id ?? this.user;
    this.render();
  }

  open(chat, topic = "all") {
    this.chat = chat;
    this.topic = topic;
    this.setMode(null);
    this.shut();
    this.cache.clear();
    this.log.replaceChildren();
    this.down = true;
    this.render();
    this.read();
  }

  render() {
    const { data } = this;
    const code = data.language_code ?? "";
    const chat = this.current;
    this.screen.classList.toggle("stopped", data.blocked);
    const right = RIGHT_TO_LEFT.has(code.split("-")[0]);
    for (const part of [this.log, this.keys, this.menu, this.chats, this.topics]) part.dir = right ? "rtl" : "ltr";
    for (const part of [this.log, this.keys]) part.lang = code;
    this.face.textContent = [...data.name][0] ?? "?";
    let spoken = code;
    try { spoken = code ? new Intl.DisplayNames([language], { type: "language" }).of(code) : ""; } catch { /* as it is */ }
    const bits = [spoken, chat && chat.kind !== "private" && chat.status, data.blocked && t("blocked")].filter(Boolean);
    put(this.name, `${data.name}|${bits}`, () => [data.name, h("small", { dir: "ltr" }, bits.join(" · "))]);

    this.chats.hidden = data.chats.length < 2;
    put(this.chats, JSON.stringify([language, this.chat, data.chats.map((c) => [c.id, c.title, c.unread])]), () =>
      data.chats.map((c) => h("button", { type: "button", dir: "auto", "aria-pressed": String(c.id === this.chat), onclick: () => this.open(c.id) },
        c.title || t("privateChat"),
        badge(c.id === this.chat ? 0 : c.unread))));

    this.topics.hidden = !chat?.forum;
    if (chat?.forum) {
      const list = [["all", t("allTopics")], ["general", t("general")],
        ...chat.topics.filter((x) => x.id !== 1).map((x) => [x.id, x.name, x.closed])];
      if (!list.some(([id]) => id === this.topic)) this.topic = "all";
      const news = (id) => chat.unread_by_topic[id === "general" ? 1 : id] ?? 0;
      put(this.topics, JSON.stringify([language, this.topic, list, chat.unread_by_topic]), () =>
        list.map(([id, name, shut]) => h("button", { type: "button", dir: "auto", "aria-pressed": String(id === this.topic), onclick: () => this.open(this.chat, id) },
          name, shut ? h("span", { role: "img", "aria-label": t("closed") }, " 🔒") : null, badge(id === this.topic ? 0 : news(id)))));
    }

    this.log.setAttribute("aria-label", `${t("messages", { name: data.name })}: ${chat?.title ?? ""}`);
    this.keys.hidden = !chat?.keyboard?.length;
    put(this.keys, JSON.stringify(chat?.keyboard ?? null), () => (chat?.keyboard ?? []).map((row) =>
      h("div", {}, row.map((label) => h("button", { type: "button", dir: "auto", onclick: () => this.act({ do: "key", label }) }, label)))));

    const fresh = !data.started && this.chat === this.user;
    this.startButton.hidden = !fresh;
    this.form.hidden = fresh;
    this.text.placeholder = chat?.placeholder || t("write");
    this.renderMessages(chat);
    if (this.screen.contains(document.activeElement)) this.read();
  }

  renderMessages(chat) {
    const { log } = this;
    const near = this.down || this.atEnd;
    const gone = this.gone.get(this.chat) ?? [];
    const alive = chat?.messages ?? [];
    const ids = new Set(alive.map((m) => m.id));
    let list = [...alive, ...gone.filter((m) => !ids.has(m.id))].sort((a, b) => a.id - b.id);
    if (chat?.forum && this.topic !== "all") {
      list = list.filter((m) => (this.topic === "general" ? !m.thread || m.thread === 1 : m.thread === this.topic));
    }
    const first = !log.children.length;
    if (first) log.setAttribute("aria-busy", "true");
    const wanted = [];
    if (!list.length && this.chat === this.user && this.data.bot?.[1]) {
      wanted.push(["about", JSON.stringify(this.data.bot), () => h("div", { class: "message service", dir: "auto" }, h("span", { class: "words" }, this.data.bot[1]))]);
    }
    let heading = null;
    list.forEach((m, i) => {
      const follows = m.album && list[i - 1]?.album === m.album;
      const place = m.thread || 1;
      const topic = chat?.forum && this.topic === "all" && !m.service && heading !== place
        ? chat.topics.find((x) => x.id === place)?.name ?? t("general") : null;
      if (!m.service) heading = place;
      const pinned = chat?.pinned.includes(m.id);
      wanted.push([m.id, JSON.stringify([m, follows, topic, pinned]), () => message(m, { follows, topic, pinned }, this)]);
    });
    for (const one of this.failed) {
      if (one.chat !== this.chat || one.topic !== this.topic) continue;
      const away = () => { this.failed.splice(this.failed.indexOf(one), 1); this.render(); this.text.focus(); };
      wanted.push([one, language, () => failure(one, () => { away(); this.act(one.deed); }, away)]);
    }
    const keep = new Set(wanted.map(([key]) => key));
    for (const [key, old] of this.cache) if (!keep.has(key)) { old.element.remove(); this.cache.delete(key); }
    let at = log.firstChild;
    for (const [key, print, make] of wanted) {
      const old = this.cache.get(key);
      if (old?.print === print) {
        if (old.element !== at) log.insertBefore(old.element, at); else at = at.nextSibling;
        continue;
      }
      const element = make();
      const focused = old?.element.contains(document.activeElement);
      if (old) {
        if (old.element === at) at = at.nextSibling;
        old.element.replaceWith(element);
        if (focused) (element.querySelector("button") ?? log).focus();
      } else log.insertBefore(element, at);
      this.cache.set(key, { print, element });
    }
    if (first) setTimeout(() => log.removeAttribute("aria-busy"), 500);
    if (near) this.toEnd();
    this.down = false;
  }

  toEnd() {
    this.atEnd = true;
    this.log.scrollTop = this.log.scrollHeight;
  }

  /** Escape shuts what is open and goes back to its button. */
  escape() {
    if (this.menu.hidden && this.options.hidden) return;
    const back = this.menu.hidden ? this.optionsButton : this.menuButton;
    this.shut();
    back.focus();
  }

  /** Is put away. */
  end() {
    this.recording.finish();
    this.sizes.disconnect();
    this.screen.remove();
  }
}
