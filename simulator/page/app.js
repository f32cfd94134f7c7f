// SPDX-License-Identifier: EUPL-1.2
// The page of phones: reads the control API, shows what each person sees, does what they do.

const WORDS = {
  en: {
    title: "Telegram on one machine", skip: "Skip to the phones", clock: "Clock", hour: "+1 hour",
    morning: "Next morning", break: "Break Telegram for one minute", choose: "Choose the phones",
    show: "Show a phone", newPerson: "New person", name: "Name", language: "Language", add: "Add",
    pageLanguage: "Page in", mend: "Mend it now", tours: "Guided tours", phones: "Phones",
    stats: "Statistics", refused: "Refusals", more: "More", calls: "Calls", api: "Control API",
    broken: "Telegram is broken: it mends itself in {n} s. Write all the same: nothing may get lost.",
    faulty: "Telegram is out of order on purpose.", mended: "Telegram works again.",
    lost: "No connection to the simulator; trying again…",
    pick: "choose…", all: "everybody is shown", nobody: "Nobody has a phone yet. Make a new person above.",
    noneShown: "No phone is shown. Choose one above.",
    close: "Put this phone away", chats: "Chats", topics: "Topics", allTopics: "All", general: "General",
    closed: "closed", unread: "{n} unread", messages: "Messages of {name}", edited: "edited",
    deleted: "deleted", sent: "sent", you: "You", typing: "{name} is typing…", busy: "{name} is busy: {what}…",
    write: "Message", send: "Send", voice: "Send a voice message", photo: "Send a photo",
    sticker: "Send a sticker", place: "Send a location", contact: "Send one's phone number",
    file: "Send files; several make an album", commands: "Commands", noCommands: "No commands here.", options: "Options",
    block: "Block the bot", unblock: "Unblock the bot", blocked: "the bot is blocked",
    leave: "Leave this group", start: "START", payload: "Open a link with", open: "Open",
    keyboard: "Keyboard", reply: "Reply", edit: "Edit", delete: "Delete", actions: "Actions on this message",
    replying: "Reply to", editing: "Edit", cancel: "Cancel", ok: "OK", opens: "Opens {url}",
    attach: "Send something else",
    copied: "Copied: {text}", forwardedFrom: "Forwarded from {name}", seconds: "{n} s",
    pinned: "pinned", link: "Link", download: "Download",
    sCalls: "Calls", sRefused: "Refused", sUpdates: "Updates", sPending: "Waiting", sAnswer: "Answered within (p95)",
    next: "Next", back: "Back", end: "End the tour", tour: "Guided tours:", step: "{n} of {of}",
    privateChat: "Private chat", still: "stands still",
  },
  it: {
    title: "Telegram su un solo computer", skip: "Vai ai telefoni", clock: "Orologio", hour: "+1 ora",
    morning: "Mattina dopo", break: "Guasta Telegram per un minuto", choose: "Scegli i telefoni",
    show: "Mostra un telefono", newPerson: "Nuova persona", name: "Nome", language: "Lingua", add: "Aggiungi",
    pageLanguage: "Pagina in", mend: "Ripara subito", tours: "Visite guidate", phones: "Telefoni",
    stats: "Statistiche", refused: "Rifiuti", more: "Altro", calls: "Chiamate", api: "API di controllo",
    broken: "Telegram è guasto: si ripara tra {n} s. Scrivi lo stesso: nulla deve andare perso.",
    faulty: "Telegram è guasto di proposito.", mended: "Telegram funziona di nuovo.",
    lost: "Manca il collegamento con il simulatore; si riprova…",
    pick: "scegli…", all: "ci sono già tutti", nobody: "Nessuno ha ancora un telefono. Aggiungi una persona qui sopra.",
    noneShown: "Nessun telefono mostrato. Scegline uno qui sopra.",
    close: "Metti via questo telefono", chats: "Chat", topics: "Argomenti", allTopics: "Tutti", general: "Generale",
    closed: "chiuso", unread: "{n} da leggere", messages: "Messaggi di {name}", edited: "modificato",
    deleted: "eliminato", sent: "inviato", you: "Tu", typing: "{name} sta scrivendo…", busy: "{name} è occupato: {what}…",
    write: "Messaggio", send: "Invia", voice: "Invia un messaggio vocale", photo: "Invia una foto",
    sticker: "Invia uno sticker", place: "Invia una posizione", contact: "Invia il proprio numero",
    file: "Invia file; più di uno fanno un album", commands: "Comandi", noCommands: "Nessun comando qui.", options: "Opzioni",
    block: "Blocca il bot", unblock: "Sblocca il bot", blocked: "il bot è bloccato",
    leave: "Lascia questo gruppo", start: "AVVIA", payload: "Apri un link con", open: "Apri",
    keyboard: "Tastiera", reply: "Rispondi", edit: "Modifica", delete: "Elimina", actions: "Azioni su questo messaggio",
    replying: "Risposta a", editing: "Modifica", cancel: "Annulla", ok: "OK", opens: "Apre {url}",
    attach: "Invia altro",
    copied: "Copiato: {text}", forwardedFrom: "Inoltrato da {name}", seconds: "{n} s",
    pinned: "fissato", link: "Link", download: "Scarica",
    sCalls: "Chiamate", sRefused: "Rifiutate", sUpdates: "Aggiornamenti", sPending: "In attesa", sAnswer: "Risposta entro (p95)",
    next: "Avanti", back: "Indietro", end: "Fine della visita", tour: "Visite guidate:", step: "{n} di {of}",
    privateChat: "Chat privata", still: "fermo",
  },
};
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv"]);
const AT_FIRST = 6;

const $ = (id) => document.getElementById(id);
const saved = {
  get: (key) => { try { return JSON.parse(localStorage.getItem(`phones.${key}`)); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(`phones.${key}`, JSON.stringify(value)); } catch { /* private window */ } },
};

let language = saved.get("language") ?? (navigator.language.startsWith("it") ? "it" : "en");
const t = (key, values = {}) =>
  (WORDS[language][key] ?? WORDS.en[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const inLanguage = (text) => (typeof text === "string" ? text : text?.[language] ?? text?.en ?? "");

/** An element: attributes, `on…` handlers, children. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

async function ask(path, body, method = body === undefined ? "GET" : "POST") {
  const form = body instanceof FormData;
  const answer = await fetch(path, {
    method,
    cache: "no-store",
    headers: body === undefined || form ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : form ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  let value = null;
  try { value = text ? JSON.parse(text) : null; } catch { value = { error: text }; }
  if (!answer.ok) throw new Error(value?.error ?? `${answer.status}`);
  return value;
}

const fileUrl = (id) => `/sim/files/${encodeURIComponent(id)}`;
const lasting = (seconds = 0) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

// ---- Words with entities ----

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

function safeUrl(url) {
  try {
    const full = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
    return ["http:", "https:", "mailto:", "tel:", "tg:"].includes(new URL(full).protocol) ? full : null;
  } catch { return null; }
}

function wrap(entity, inside, words, phone) {
  const link = (url) => {
    const safe = safeUrl(url);
    return safe ? h("a", { href: safe, target: "_blank", rel: "noopener noreferrer" }, inside) : inside;
  };
  switch (entity.type) {
    case "text_link": return link(entity.url);
    case "url": return link(words);
    case "email": return link(`mailto:${words}`);
    case "spoiler": return h("span", { class: "spoiler" }, inside);
    case "bot_command": return h("button", { type: "button", onclick: () => phone.say(words) }, inside);
    default: return TAGS[entity.type] ? h(TAGS[entity.type], {}, inside) : inside;
  }
}

/** Text cut at every edge of an entity; each piece wears all that cover it. */
function styled(text, entities, phone) {
  const edges = new Set([0, text.length]);
  for (const e of entities) edges.add(e.offset).add(e.offset + e.length);
  const cuts = [...edges].filter((n) => n >= 0 && n <= text.length).sort((a, b) => a - b);
  const nest = (from, to, list) => {
    if (!list.length) return [document.createTextNode(text.slice(from, to))];
    const out = [];
    let at = from;
    const [first, ...rest] = list;
    const [start, end] = [Math.max(first.offset, from), Math.min(first.offset + first.length, to)];
    if (start >= end) return nest(from, to, rest);
    if (start > at) out.push(...nest(at, start, rest));
    out.push(wrap(first, nest(start, end, rest), text.slice(start, end), phone));
    at = end;
    if (at < to) out.push(...nest(at, to, rest));
    return out;
  };
  if (cuts.length <= 2 && !entities.length) return [text];
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nest(0, text.length, sorted).flat();
}

// ---- One phone ----

class PhoneView {
  constructor(user) {
    this.user = user;
    this.chat = user;
    this.topic = "all";
    this.cache = new Map();
    this.gone = new Map();
    this.mode = null;
    this.data = null;
    const title = `name-${user}`;
    this.face = h("span", { class: "face", "aria-hidden": "true" });
    this.name = h("h2", { id: title, dir: "auto" });
    this.optionsButton = h("button", { type: "button", class: "icon", "aria-expanded": "false", onclick: () => this.toggle("options") }, "⋮");
    this.closeButton = h("button", { type: "button", class: "icon", onclick: () => hide(this.user) }, "✕");
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
    const kind = (key, sign, body) => {
      const button = h("button", { type: "button", class: "icon", onclick: () => this.act({ do: "send", ...this.where(), ...body }) }, sign);
      button.dataset.label = key;
      return button;
    };
    this.fileButton = h("button", { type: "button", class: "icon", "data-label": "file", onclick: () => this.fileInput.click() }, "📎");
    this.attach = h("div", { class: "attach", role: "group" },
      kind("voice", "🎤", { kind: "voice", seconds: 5 }), kind("photo", "🖼", { kind: "photo" }),
      kind("sticker", "🙂", { kind: "sticker", emoji: "👍" }), kind("place", "📍", { kind: "location" }),
      this.fileButton, this.fileInput);
    this.form = h("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      h("div", { class: "line" }, this.menuButton, this.text, this.sendButton), this.attach);
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
    for (const button of this.attach.querySelectorAll("[data-label]")) label(button, button.dataset.label);
    this.startButton.textContent = t("start");
    this.cache.clear();
    this.log.replaceChildren();
    if (this.data) this.render();
  }

  get current() { return this.data?.chats.find((c) => c.id === this.chat); }

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
      refreshSoon(this.user);
      return true;
    } catch (error) {
      this.toast(error.message, { error: true });
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
    if (done) { this.text.value = ""; this.setMode(null); }
  }

  async upload() {
    const files = [...this.fileInput.files];
    const where = this.where();
    // Several files at once are an album.
    const album = files.length > 1 ? `page-${nowMs()}` : null;
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
      refreshSoon(this.user);
    } catch (error) { this.toast(error.message, { error: true }); }
    this.fileInput.value = "";
  }

  read() {
    if (this.current?.unread && !document.hidden) ask("/sim/act", { user: this.user, chat: this.chat, do: "read" }).then(() => refreshSoon(this.user), () => {});
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
      h("button", { type: "button", onclick: () => act({ do: "send", kind: "contact", name: this.data.name, phone: people.get(this.user)?.phone ?? undefined }) }, t("contact")),
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
      if (error.message.startsWith("no such")) { drop(this.user); renderPeople(); }
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
        c.unread && c.id !== this.chat ? h("span", { class: "badge" }, h("span", { "aria-label": t("unread", { n: c.unread }) }, String(c.unread))) : null)));

    this.topics.hidden = !chat?.forum;
    if (chat?.forum) {
      const list = [["all", t("allTopics")], ["general", t("general")],
        ...chat.topics.filter((x) => x.id !== 1).map((x) => [x.id, `${x.name}${x.closed ? " 🔒" : ""}`, x.closed])];
      if (!list.some(([id]) => id === this.topic)) this.topic = "all";
      put(this.topics, JSON.stringify([language, this.topic, list]), () =>
        list.map(([id, name, shut]) => h("button", { type: "button", dir: "auto", "aria-pressed": String(id === this.topic), "aria-label": shut ? `${name} (${t("closed")})` : null, onclick: () => this.open(this.chat, id) }, name)));
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
      wanted.push([m.id, JSON.stringify([m, follows, topic, pinned]), () => this.message(m, { follows, topic, pinned })]);
    });
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

  message(m, { follows, topic, pinned }) {
    const header = topic ? h("div", { class: "topic", dir: "auto" }, `# ${topic}`) : null;
    if (m.service) return h("div", { class: "message service", dir: "auto" }, m.line);
    const mark = (text) => h("span", { class: "mark" }, text);
    const buttons = (m.buttons ?? []).map((row) => h("div", {}, row.map((b) =>
      h("button", { type: "button", dir: "auto", title: b.url ?? null, onclick: () => this.act({ do: "press", message: m.id, label: b.text }) },
        b.text, b.url ? " ↗" : b.copy ? " ⧉" : ""))));
    const reactions = Object.entries(m.reactions ?? {}).map(([emoji, n]) => (n > 1 ? `${emoji} ${n}` : emoji)).join(" ");
    const bubble = h("div", { class: "bubble", dir: "auto" },
      follows || m.mine ? null : h("div", { class: "from", dir: "auto" }, m.name),
      m.forwarded ? h("div", { class: "forwarded", dir: "auto" }, t("forwardedFrom", { name: m.forwarded })) : null,
      m.reply ? h("div", { class: "reply", dir: "auto" }, h("b", {}, m.reply.name), h("br"), m.reply.text) : null,
      m.media ? this.media(m.media) : null,
      m.text ? h("div", { class: "words", dir: "auto" }, styled(m.text, m.entities ?? [], this)) : null,
      reactions ? h("div", { class: "reactions" }, reactions) : null,
      h("div", { class: "meta" },
        m.deleted ? mark(`✗ ${t("deleted")}`) : null,
        pinned ? mark(`📌 ${t("pinned")}`) : null,
        m.edited ? mark(`✎ ${t("edited")}`) : null,
        m.date ? h("time", { datetime: new Date(m.date * 1000).toISOString() }, clockText(m.date * 1000)) : null,
        m.mine && !m.deleted ? h("span", { role: "img", "aria-label": t("sent") }, "✓") : null,
        m.deleted ? null : this.tools(m)));
    return h("article", {
      class: `message${m.mine ? " mine" : ""}${m.deleted ? " gone" : ""}${follows ? " album" : ""}`,
      "aria-label": m.mine ? t("you") : m.name,
    }, header, bubble, buttons.length ? h("div", { class: "rows" }, buttons) : null);
  }

  /** Reply, edit, delete, react: behind one small button. */
  tools(m) {
    const acts = h("span", { class: "acts", hidden: true });
    const add = (sign, label, run) => acts.append(h("button", { type: "button", title: label, "aria-label": label, onclick: () => { open.click(); run(); } }, sign));
    const open = h("button", {
      type: "button", "aria-expanded": "false", "aria-label": t("actions"), title: t("actions"),
      onclick: () => { acts.hidden = !acts.hidden; open.setAttribute("aria-expanded", String(!acts.hidden)); },
    }, "⋯");
    add("↩", t("reply"), () => this.setMode({ kind: "reply", message: m }));
    add("👍", "👍", () => this.act({ do: "react", message: m.id, emoji: "👍" }));
    if (m.mine && m.text) add("✎", t("edit"), () => this.setMode({ kind: "edit", message: m }));
    if (m.mine) add("🗑", t("delete"), () => this.act({ do: "delete", message: m.id }));
    return h("span", { class: "tools" }, acts, open);
  }

  media({ kind, file, line }) {
    if (kind === "sticker") return h("div", { class: "sticker", role: "img", "aria-label": line }, file.emoji ?? "🙂");
    if (kind === "photo") {
      const sizes = Array.isArray(file) ? file : [file];
      const best = sizes.find((s) => s.width >= 320) ?? sizes.at(-1);
      const image = h("img", { src: fileUrl(best.file_id), alt: line, width: best.width, height: best.height });
      image.style.height = "auto";
      image.style.aspectRatio = `${best.width} / ${best.height}`;
      image.addEventListener("error", () => image.remove());
      return h("figure", { class: "media photo" }, image, h("figcaption", { "aria-hidden": "true" }, line));
    }
    if (kind === "voice" || kind === "audio") {
      return h("div", { class: "media voice" }, h("span", {}, kind === "voice" ? `🎤 ${lasting(file.duration)}` : line),
        h("audio", { controls: true, preload: "none", src: fileUrl(file.file_id), "aria-label": line }));
    }
    if (file?.file_id) {
      return h("div", { class: "media", dir: "auto" },
        h("a", { href: fileUrl(file.file_id), download: file.file_name ?? kind }, line));
    }
    return h("div", { class: "media", dir: "auto" }, line);
  }
}

const prints = new WeakMap();

/** Fills an element anew only when what it shows has changed, and keeps the focus inside. */
function put(element, print, make) {
  if (prints.get(element) === print) return;
  const at = [...element.querySelectorAll("button")].indexOf(document.activeElement);
  prints.set(element, print);
  element.replaceChildren(...make());
  if (at >= 0) element.querySelectorAll("button")[at]?.focus();
}

// ---- People ----

const people = new Map();
const phones = new Map();
let shown = saved.get("shown");

async function loadPeople() {
  const list = await ask("/sim/people");
  people.clear();
  for (const person of list) people.set(person.id, person);
  const known = (shown ?? []).filter((id) => people.has(id));
  const ids = shown && (known.length || !shown.length) ? known : list.slice(0, AT_FIRST).map((p) => p.id);
  for (const id of ids) show(id);
  for (const id of [...phones.keys()]) if (!people.has(id)) drop(id);
  renderPeople();
}

function renderPeople() {
  const hidden = [...people.values()].filter((p) => !phones.has(p.id));
  const print = JSON.stringify([language, hidden.map((p) => [p.id, p.first_name, p.language_code])]);
  put($("people"), print, () => [
    h("option", { value: "" }, t(hidden.length || !people.size ? "pick" : "all")),
    ...hidden.slice(0, 500).map((p) => h("option", { value: p.id }, `${[p.first_name, p.last_name].filter(Boolean).join(" ")}${p.language_code ? ` (${p.language_code})` : ""}`)),
  ]);
  $("people").disabled = !hidden.length;
  let empty = document.querySelector(".empty");
  if (phones.size) empty?.remove();
  else {
    if (!empty) $("phones").append(empty = h("p", { class: "empty" }));
    empty.textContent = t(people.size ? "noneShown" : "nobody");
  }
}

function show(id) {
  if (phones.has(id)) return phones.get(id);
  const phone = new PhoneView(id);
  phones.set(id, phone);
  $("phones").append(phone.screen);
  phone.down = true;
  phone.refresh();
  return phone;
}

function drop(id) {
  phones.get(id)?.sizes.disconnect();
  phones.get(id)?.screen.remove();
  phones.delete(id);
}

function remember() {
  shown = [...phones.keys()];
  saved.set("shown", shown);
  renderPeople();
}

function hide(id) {
  drop(id);
  remember();
  $("people").focus();
}

const dirty = new Set();
let refreshing = null;
function refreshSoon(id) {
  if (id) dirty.add(id); else for (const key of phones.keys()) dirty.add(key);
  refreshing ??= setTimeout(() => {
    refreshing = null;
    const ids = [...dirty];
    dirty.clear();
    for (const key of ids) phones.get(key)?.refresh();
  }, 60);
}

// ---- Clock ----

let clock = { now: Date.now(), at: performance.now(), runs: true };
const nowMs = () => clock.now + (clock.runs ? performance.now() - clock.at : 0);
const clockText = (ms) => new Date(ms).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });

async function loadClock() {
  const { now_ms, real_time } = await ask("/sim/clock");
  clock = { now: now_ms, at: performance.now(), runs: real_time };
  tick();
}

async function moveClock(change) {
  await ask("/sim/clock", change);
  await loadClock();
  refreshSoon();
}

function nextMorning() {
  const day = new Date(nowMs());
  if (day.getHours() >= 9) day.setDate(day.getDate() + 1);
  day.setHours(9, 0, 0, 0);
  return Math.max(60_000, Math.round(day.getTime() - nowMs()));
}

function tick() {
  const day = new Date(nowMs());
  const text = day.toLocaleString(language, { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
  const full = clock.runs ? text : `${text} (${t("still")})`;
  if ($("now").textContent !== full) { $("now").textContent = full; $("now").dateTime = day.toISOString(); }
  const left = brokenFor();
  if (left > 0) banner(t("broken", { n: Math.ceil(left / 1000) }));
  else if (saved.get("broken")) mend();
}

// ---- Faults ----

const brokenFor = () => (saved.get("broken")?.until ?? 0) - Date.now();

function banner(text) {
  $("banner").hidden = !text;
  $("break").disabled = Boolean(text);
  // The seconds are for the eye; they are announced once.
  $("banner").setAttribute("aria-live", $("banner-text").textContent ? "off" : "polite");
  if ($("banner-text").textContent !== (text ?? "")) $("banner-text").textContent = text ?? "";
}

async function breakIt() {
  const before = await ask("/sim/faults");
  saved.set("broken", { until: Date.now() + 60_000, before });
  await ask("/sim/faults", { method: "*", fault: { kind: "server_error", code: 502 } });
  tick();
}

let mending = false;
async function mend() {
  if (mending) return;
  mending = true;
  try {
    await ask("/sim/faults", undefined, "DELETE");
    const before = saved.get("broken")?.before ?? [];
    saved.set("broken", null);
    for (const rule of before) await ask("/sim/faults", rule);
    banner(null);
    for (const phone of phones.values()) { phone.toast(t("mended")); break; }
    await loadFaults();
  } finally { mending = false; }
}

async function loadFaults() {
  const rules = await ask("/sim/faults");
  if (brokenFor() > 0) {
    if (!rules.length) { saved.set("broken", null); banner(null); }
    return;
  }
  banner(rules.some((rule) => rule.count !== 0) ? t("faulty") : null);
}

// ---- Statistics ----

async function loadStats() {
  const stats = await ask("/sim/stats");
  const refusals = Object.entries(stats.refusals ?? {}).sort((a, b) => b[1] - a[1]);
  const sum = refusals.reduce((n, [, m]) => n + m, 0);
  const p95 = stats.answer_time?.count ? `${Math.round(stats.answer_time.p95_ms)} ms` : "–";
  const rows = [["sCalls", stats.calls], ["sRefused", sum], ["sUpdates", stats.updates], ["sPending", stats.pending], ["sAnswer", p95]];
  put($("stats"), JSON.stringify([language, rows]), () =>
    rows.map(([key, n]) => h("div", {}, h("dt", {}, t(key)), h("dd", {}, typeof n === "number" ? n.toLocaleString(language) : n))));
  $("refused").hidden = !refusals.length;
  put($("refusals"), JSON.stringify(refusals), () => refusals.slice(0, 30).map(([text, n]) => h("li", {}, `${n} × ${text}`)));
}

// ---- Guided tours: [{title, steps: [{text, person?, chat?}]}], words as text or {"en", "it"} ----

let tours = [];
let tour = saved.get("tour");

async function loadTours() {
  tours = globalThis.simulatorTours ?? [];
  if (!tours.length) {
    const described = (await ask("/sim/openapi.json"))?.paths?.["/sim/tours"];
    if (described) { const found = await ask("/sim/tours"); tours = found?.tours ?? found ?? []; }
  }
  renderTours();
}

function renderTours() {
  const place = $("tours");
  place.hidden = !tours.length;
  if (!tours.length) return;
  const go = (next) => { tour = next; saved.set("tour", tour); renderTours(); place.querySelector("button")?.focus(); };
  const current = tour && tours[tour.at];
  const steps = current?.steps ?? [];
  const step = steps[tour?.step ?? 0];
  if (!step) {
    place.replaceChildren(h("strong", {}, t("tour")),
      ...tours.map((one, at) => h("button", { type: "button", onclick: () => go({ at, step: 0 }) }, inLanguage(one.title ?? one.name))));
    return;
  }
  const n = tour.step;
  const parts = [
    h("strong", {}, `${inLanguage(current.title ?? current.name)} · ${t("step", { n: n + 1, of: steps.length })}`),
    h("p", { role: "status" }, inLanguage(typeof step === "string" ? step : step.text)),
    n + 1 < steps.length ? h("button", { type: "button", class: "main", onclick: () => go({ at: tour.at, step: n + 1 }) }, t("next")) : null,
    n ? h("button", { type: "button", onclick: () => go({ at: tour.at, step: n - 1 }) }, t("back")) : null,
    h("button", { type: "button", onclick: () => go(null) }, t("end"))];
  place.replaceChildren(...parts.filter(Boolean));
  for (const phone of phones.values()) phone.screen.classList.remove("called");
  const who = [...people.values()].find((p) => p.id === step.person || p.first_name === step.person);
  if (!who) return;
  const phone = show(who.id);
  renderPeople();
  phone.screen.classList.add("called");
  phone.screen.scrollIntoView({ inline: "center", block: "nearest" });
  if (step.chat && phone.chat !== step.chat && phone.data) phone.open(step.chat);
}

// ---- Live ----

let source = null;
function listen() {
  source = new EventSource("/sim/events");
  source.onopen = () => { $("lost").hidden = true; refreshSoon(); };
  // A simulator that was started anew counts from the beginning, so does a new source.
  source.onerror = () => { source.close(); setTimeout(listen, 1_000); };
  source.onmessage = ({ data }) => happened(JSON.parse(data));
}

function happened(event) {
  const { kind, chat, user } = event;
  if (kind === "clock") loadClock().catch(() => {});
  for (const phone of phones.values()) {
    const concerned = user ? user === phone.user : chat === 0 || chat === phone.user || chat < 0;
    if (!concerned) continue;
    const member = chat === phone.user || phone.data?.chats.some((c) => c.id === chat);
    const mine = user === phone.user || member;
    if (kind === "toast" && mine) phone.toast(event.text, { alert: event.alert });
    else if (kind === "opened" && mine) phone.toast(t("opens", { url: event.text }), { url: event.text });
    else if (kind === "action" && mine && chat === phone.chat) phone.action(event.text);
    else if (kind === "deleted" && mine) phone.delete(chat, event.message, event.text);
    else if (kind === "message" && chat === phone.chat) phone.typing.textContent = "";
    if (mine || chat === 0 || kind === "chat") refreshSoon(phone.user);
  }
  if (!chat) loadPeople().catch(() => {});
}

let polls = 0;
async function poll() {
  if (document.hidden) return;
  try {
    await loadStats();
    await loadFaults();
    const live = source?.readyState === EventSource.OPEN;
    if (!live) { refreshSoon(); await loadClock(); }
    if (!live || polls++ % 3 === 0) await loadPeople();
    $("lost").hidden = true;
  } catch {
    $("lost").textContent = t("lost");
    $("lost").hidden = false;
  }
}

// ---- The page ----

function words() {
  document.documentElement.lang = language;
  document.title = t("title");
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("body > * [data-label], body > [data-label]")) {
    if (!element.closest(".phone")) element.setAttribute("aria-label", t(element.dataset.label));
  }
  for (const phone of phones.values()) phone.words();
  renderPeople();
  renderTours();
  tick();
}

$("language").value = language;
$("language").addEventListener("change", (event) => {
  language = event.target.value;
  saved.set("language", language);
  words();
  poll();
});
$("people").addEventListener("change", (event) => {
  const id = Number(event.target.value);
  if (!id) return;
  const phone = show(id);
  remember();
  event.target.value = "";
  phone.screen.scrollIntoView({ inline: "center", block: "nearest" });
});
$("add").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  const { id } = await ask("/sim/people", { first_name: form.get("first_name"), language_code: form.get("language_code") || null });
  event.target.reset();
  $("adding").open = false;
  await loadPeople();
  show(id).screen.scrollIntoView({ inline: "center", block: "nearest" });
  remember();
});
const quietly = (run) => () => Promise.resolve(run()).catch(() => {});
$("hour").addEventListener("click", quietly(() => moveClock({ advance_ms: 3_600_000 })));
$("morning").addEventListener("click", quietly(() => moveClock({ advance_ms: nextMorning() })));
$("break").addEventListener("click", quietly(breakIt));
$("mend").addEventListener("click", quietly(mend));
document.addEventListener("visibilitychange", () => { if (!document.hidden) poll(); });
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const phone = [...phones.values()].find((p) => p.screen.contains(document.activeElement));
  if (phone && (!phone.menu.hidden || !phone.options.hidden)) {
    const back = phone.menu.hidden ? phone.optionsButton : phone.menuButton;
    phone.shut();
    back.focus();
  }
});

words();
listen();
poll().then(() => loadClock()).then(loadTours).catch(() => {});
setInterval(poll, 2_000);
setInterval(tick, 500);
