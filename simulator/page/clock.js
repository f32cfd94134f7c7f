// SPDX-License-Identifier: EUPL-1.2
// The world's clock, and Telegram out of order on purpose.

import { $, ask } from "./base.js";
import { phones, refreshSoon } from "./phones.js";
import { t, written } from "./words.js";

const BREAK_MS = 60_000;

let clock = { now: Date.now(), at: performance.now(), runs: true };
export const nowMs = () => clock.now + (clock.runs ? performance.now() - clock.at : 0);

export async function loadClock() {
  const { now_ms, real_time } = await ask("/sim/clock");
  clock = { now: now_ms, at: performance.now(), runs: real_time };
  tick();
}

export async function moveClock(change) {
  await ask("/sim/clock", change);
  await loadClock();
  await loadFaults();
  refreshSoon();
}

/** Milliseconds until nine in the morning. */
export function nextMorning() {
  const day = new Date(nowMs());
  if (day.getHours() >= 9) day.setDate(day.getDate() + 1);
  day.setHours(9, 0, 0, 0);
  return Math.max(60_000, Math.round(day.getTime() - nowMs()));
}

let rules = [];
export const faulty = () => rules.length > 0;

export async function loadFaults() {
  const before = faulty();
  rules = await ask("/sim/faults");
  tick();
  if (before && !faulty()) [...phones.values()][0]?.toast(t("mended"));
}

export async function breakIt() {
  await loadClock();
  await ask("/sim/faults", { method: "*", until_ms: Math.round(nowMs()) + BREAK_MS, fault: { kind: "server_error", code: 502 } });
  await loadFaults();
}

export async function mend() {
  await ask("/sim/faults", undefined, "DELETE");
  await loadFaults();
}

function banner(text) {
  $("banner").hidden = !text;
  $("break").disabled = Boolean(text);
  // The seconds are for the eye; they are announced once.
  $("banner").setAttribute("aria-live", $("banner-text").textContent ? "off" : "polite");
  if ($("banner-text").textContent !== text) $("banner-text").textContent = text;
}

export function tick() {
  const day = new Date(nowMs());
  const text = day.toLocaleString(written(), { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
  const full = clock.runs ? text : `${text} (${t("still")})`;
  if ($("now").textContent !== full) { $("now").textContent = full; $("now").dateTime = day.toISOString(); }
  // The rule that ends last says how long it takes; one without an end is somebody's experiment.
  const ends = rules.map((rule) => rule.until_ms ?? Infinity);
  const left = Math.ceil((Math.max(...ends) - nowMs()) / 1000);
  banner(!rules.length || left <= 0 ? "" : left === Infinity ? t("faulty") : t("broken", { n: left }));
}
