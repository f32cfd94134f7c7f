// SPDX-License-Identifier: EUPL-1.2
// Everybody, and which phones lie on the table.

import { $, ask, h, put, saved } from "./base.js";
import { PhoneView } from "./phone.js";
import { language, t } from "./words.js";

const AT_FIRST = 6;

export const people = new Map();
export const phones = new Map();
let shown = saved.get("shown");
// Until the simulator has said who there is, nobody is missing.
let known = false;

export async function loadPeople() {
  const list = await ask("/sim/people");
  known = true;
  people.clear();
  for (const person of list) people.set(person.id, person);
  const again = (shown ?? []).filter((id) => people.has(id));
  const ids = shown && (again.length || !shown.length) ? again : list.slice(0, AT_FIRST).map((p) => p.id);
  for (const id of ids) show(id);
  for (const id of [...phones.keys()]) if (!people.has(id)) drop(id);
  renderPeople();
}

export function renderPeople() {
  const hidden = [...people.values()].filter((p) => !phones.has(p.id));
  const print = JSON.stringify([language, hidden.map((p) => [p.id, p.first_name, p.language_code])]);
  put($("people"), print, () => [
    h("option", { value: "" }, t(hidden.length || !people.size ? "pick" : "all")),
    ...hidden.slice(0, 500).map((p) => h("option", { value: p.id }, `${[p.first_name, p.last_name].filter(Boolean).join(" ")}${p.language_code ? ` (${p.language_code})` : ""}`)),
  ]);
  $("people").disabled = !hidden.length;
  let empty = document.querySelector(".empty");
  if (phones.size) empty?.remove();
  else if (known) {
    if (!empty) $("phones").append(empty = h("p", { class: "empty" }));
    empty.textContent = t(people.size ? "noneShown" : "nobody");
  }
}

/** Puts a phone on the table, unless it lies there already. */
export function show(id) {
  if (phones.has(id)) return phones.get(id);
  const phone = new PhoneView(id, {
    person: () => people.get(id),
    changed: () => refreshSoon(id),
    gone: () => { drop(id); renderPeople(); },
    close: () => { drop(id); remember(); $("people").focus(); },
  });
  phones.set(id, phone);
  $("phones").append(phone.screen);
  phone.down = true;
  phone.refresh();
  return phone;
}

function drop(id) {
  phones.get(id)?.end();
  phones.delete(id);
}

export function remember() {
  shown = [...phones.keys()];
  saved.set("shown", shown);
  renderPeople();
}

const dirty = new Set();
let refreshing = null;
export function refreshSoon(id) {
  if (id) dirty.add(id); else for (const key of phones.keys()) dirty.add(key);
  refreshing ??= setTimeout(() => {
    refreshing = null;
    const ids = [...dirty];
    dirty.clear();
    for (const key of ids) phones.get(key)?.refresh();
  }, 60);
}
