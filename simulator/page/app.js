// SPDX-License-Identifier: EUPL-1.2
// The page of phones: reads the control API, shows what each person sees, does what they do.

import { $, ask, h, put } from "./base.js";
import { breakIt, loadClock, loadFaults, mend, moveClock, nextMorning, tick } from "./clock.js";
import { loadPeople, phones, refreshSoon, remember, renderPeople, show } from "./phones.js";
import { loadTours, lookAround, renderTours } from "./tours.js";
import { language, speak, t, written } from "./words.js";

// ---- Statistics ----

async function loadStats() {
  const stats = await ask("/sim/stats");
  const refusals = Object.entries(stats.refusals ?? {}).sort((a, b) => b[1] - a[1]);
  const sum = refusals.reduce((n, [, m]) => n + m, 0);
  const p95 = stats.answer_time?.count ? `${Math.round(stats.answer_time.p95_ms)} ms` : "–";
  const rows = [["sCalls", stats.calls], ["sRefused", sum], ["sUpdates", stats.updates], ["sPending", stats.pending], ["sAnswer", p95]];
  put($("stats"), JSON.stringify([language, rows]), () =>
    rows.map(([key, n]) => h("div", {}, h("dt", {}, t(key)), h("dd", {}, typeof n === "number" ? n.toLocaleString(written()) : n))));
  $("refused").hidden = !refusals.length;
  put($("refusals"), JSON.stringify(refusals), () => refusals.slice(0, 30).map(([text, n]) => h("li", {}, `${n} × ${text}`)));
}

// ---- Live ----

let source = null;
function listen() {
  source = new EventSource("/sim/events");
  source.onopen = () => {
    $("lost").hidden = true;
    refreshSoon();
    loadClock().then(loadPeople).then(loadTours).catch(() => {});
  };
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
  lookAround().catch(() => {});
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
    await lookAround();
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

function see(id) {
  show(id).screen.scrollIntoView({ inline: "center", block: "nearest" });
  remember();
}

const quietly = (run) => () => Promise.resolve(run()).catch(() => {});

$("language").value = language;
$("language").addEventListener("change", (event) => {
  speak(event.target.value);
  words();
  poll();
});
$("people").addEventListener("change", (event) => {
  const id = Number(event.target.value);
  if (id) see(id);
  event.target.value = "";
});
$("add").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  const { id } = await ask("/sim/people", { first_name: form.get("first_name"), language_code: form.get("language_code") || null });
  event.target.reset();
  $("adding").open = false;
  await loadPeople();
  see(id);
});
$("hour").addEventListener("click", quietly(() => moveClock({ advance_ms: 3_600_000 })));
$("morning").addEventListener("click", quietly(() => moveClock({ advance_ms: nextMorning() })));
$("break").addEventListener("click", quietly(() => breakIt().then(lookAround)));
$("mend").addEventListener("click", quietly(() => mend().then(lookAround)));
document.addEventListener("visibilitychange", () => { if (!document.hidden) poll(); });
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const phone = [...phones.values()].find((p) => p.screen.contains(document.activeElement));
  phone?.escape();
});

words();
listen();
poll();
setInterval(poll, 2_000);
setInterval(tick, 500);
