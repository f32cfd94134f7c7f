// SPDX-License-Identifier: EUPL-1.2
// One message as a phone shows it.

import { fileUrl, h } from "./base.js";
import { styled } from "./text.js";
import { clockText, lasting, t } from "./words.js";

const mark = (text) => h("span", { class: "mark" }, text);

export function message(m, { follows, topic, pinned }, phone) {
  if (m.service) return h("div", { class: "message service", dir: "auto" }, m.line);
  const header = topic ? h("div", { class: "topic", dir: "auto" }, `# ${topic}`) : null;
  const buttons = (m.buttons ?? []).map((row) => h("div", {}, row.map((b) =>
    h("button", { type: "button", dir: "auto", title: b.url ?? null, onclick: () => phone.act({ do: "press", message: m.id, label: b.text }) },
      b.text, b.url ? " ↗" : b.copy ? " ⧉" : ""))));
  const reactions = Object.entries(m.reactions ?? {}).map(([emoji, n]) => (n > 1 ? `${emoji} ${n}` : emoji)).join(" ");
  const bubble = h("div", { class: "bubble" },
    follows || m.mine ? null : h("div", { class: "from" }, h("bdi", {}, m.name)),
    m.forwarded ? h("div", { class: "forwarded", dir: "auto" }, t("forwardedFrom", { name: m.forwarded })) : null,
    m.reply ? h("div", { class: "reply", dir: "auto" }, h("b", {}, m.reply.name), h("br"), m.reply.text) : null,
    m.media ? media(m.media) : null,
    m.text ? h("div", { class: "words", dir: "auto" }, styled(m.text, m.entities ?? [], phone)) : null,
    reactions ? h("div", { class: "reactions" }, reactions) : null,
    h("div", { class: "meta" },
      m.deleted ? mark(`✗ ${t("deleted")}`) : null,
      pinned ? mark(`📌 ${t("pinned")}`) : null,
      m.edited ? mark(`✎ ${t("edited")}`) : null,
      m.date ? h("time", { dir: "ltr", datetime: new Date(m.date * 1000).toISOString() }, clockText(m.date * 1000)) : null,
      m.mine && !m.deleted ? h("span", { role: "img", "aria-label": t("sent") }, "✓") : null,
      m.deleted ? null : tools(m, phone)));
  return h("article", {
    class: `message${m.mine ? " mine" : ""}${m.deleted ? " gone" : ""}${follows ? " album" : ""}`,
    "aria-label": m.mine ? t("you") : m.name,
  }, header, bubble, buttons.length ? h("div", { class: "rows" }, buttons) : null);
}

/** What could not be sent, with its reason. */
export function failure({ text, why }, again, discard) {
  return h("article", { class: "message mine failed", "aria-label": t("you") },
    h("div", { class: "bubble", dir: "auto" },
      h("div", { class: "words", dir: "auto" }, text),
      h("div", { class: "meta" }, mark(`⚠ ${t("failed", { why })}`))),
    h("div", { class: "rows" }, h("div", {},
      h("button", { type: "button", onclick: again }, t("again")),
      h("button", { type: "button", onclick: discard }, t("discard")))));
}

/** Reply, edit, delete, react: behind one small button. */
function tools(m, phone) {
  const acts = h("span", { class: "acts", hidden: true });
  const add = (sign, label, run) => acts.append(h("button", { type: "button", title: label, "aria-label": label, onclick: () => { open.click(); run(); } }, sign));
  const open = h("button", {
    type: "button", "aria-expanded": "false", "aria-label": t("actions"), title: t("actions"),
    onclick: () => { acts.hidden = !acts.hidden; open.setAttribute("aria-expanded", String(!acts.hidden)); },
  }, "⋯");
  add("↩", t("reply"), () => phone.setMode({ kind: "reply", message: m }));
  add("👍", "👍", () => phone.act({ do: "react", message: m.id, emoji: "👍" }));
  if (m.mine && m.text) add("✎", t("edit"), () => phone.setMode({ kind: "edit", message: m }));
  if (m.mine) add("🗑", t("delete"), () => phone.act({ do: "delete", message: m.id }));
  return h("span", { class: "tools" }, acts, open);
}

function media({ kind, file, line }) {
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
