// SPDX-License-Identifier: EUPL-1.2
// Words with entities, as Telegram marks them.

import { h } from "./base.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

export function safeUrl(url) {
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
export function styled(text, entities, phone) {
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
