// SPDX-License-Identifier: EUPL-1.2
// Guided tours: says what to try next and notices by itself that it was done (`GET /sim/tours`).

import { $, ask, h, saved } from "./base.js";
import { faulty } from "./clock.js";
import { people, phones, renderPeople, show } from "./phones.js";
import { inLanguage, t } from "./words.js";

let tours = [];
/** Which tour, which step, since which event of which world, and which tours were finished. */
let tour = saved.get("tour");
let finished = new Set(saved.get("finished") ?? []);

const stepsOf = (one) => tours[one?.at]?.steps ?? [];

export async function loadTours() {
  tours = await ask("/sim/tours");
  const { begun_ms } = await ask("/sim/bot");
  // A simulator that was started anew knows nothing of what was done.
  if (tour && !(tour.begun === begun_ms && stepsOf(tour)[tour.step])) go(null);
  renderTours();
}

function go(next) {
  tour = next;
  saved.set("tour", tour);
  if (tour && tour.step === stepsOf(tour).length - 1) {
    finished.add(tour.at);
    saved.set("finished", [...finished]);
  }
}

function chosen(next) {
  go(next);
  renderTours();
  $("tours").querySelector("button")?.focus();
}

async function begin(at) {
  const { next_event, begun_ms } = await ask("/sim/bot");
  chosen({ at, step: 0, since: next_event, begun: begun_ms });
}

async function holds(condition) {
  if (condition.shows === undefined) return condition.faults === faulty();
  const text = await ask(`/sim/phones/${condition.user}/text?since=${tour.since}`);
  return new RegExp(condition.shows, "mu").test(text);
}

async function isDone(step) {
  for (const condition of step.done) if (!await holds(condition)) return false;
  return step.done.length > 0;
}

let looking = false;
let again = false;
/** Looks whether the step was done, or one that comes after: who is ahead of the tour is not held up. */
export async function lookAround() {
  if (looking) { again = true; return; }
  const steps = stepsOf(tour);
  if (!steps[tour?.step]) return;
  looking = true;
  try {
    const at = tour;
    let next = at.step;
    for (let i = at.step; i < steps.length; i += 1) {
      const seen = i === at.step || steps[i].done.some((c) => c.shows !== undefined);
      if (seen && await isDone(steps[i])) next = i + 1;
    }
    if (tour === at && next > at.step) {
      go({ ...at, step: Math.min(next, steps.length - 1) });
      renderTours();
    }
  } finally {
    looking = false;
    if (again) { again = false; lookAround().catch(() => {}); }
  }
}

export function renderTours() {
  const place = $("tours");
  place.hidden = !tours.length;
  const { title, steps } = tours[tour?.at] ?? {};
  const step = steps?.[tour.step];
  for (const phone of phones.values()) phone.screen.classList.remove("called");
  if (!step) {
    place.replaceChildren(h("strong", {}, t("tour")), ...tours.map((one, at) =>
      h("button", { type: "button", onclick: () => begin(at) }, finished.has(at) ? h("span", { role: "img", "aria-label": t("done") }, "✓ ") : null, inLanguage(one.title))));
    return;
  }
  const n = tour.step;
  const move = (to) => h("button", { type: "button", onclick: () => chosen({ ...tour, step: to }) }, t(to > n ? "next" : "back"));
  let says = place.querySelector("p");
  // The same element, so that a screen reader announces what is new in it.
  if (!says) says = h("p", { role: "status", dir: "auto" });
  says.textContent = inLanguage(step.text);
  place.replaceChildren(
    h("strong", {}, `${inLanguage(title)} · ${t("step", { n: n + 1, of: steps.length })}`), says,
    h("span", { class: "moves" }, n ? move(n - 1) : "", n + 1 < steps.length ? move(n + 1) : "",
      h("button", { type: "button", class: n + 1 < steps.length ? null : "main", onclick: () => chosen(null) }, t("end"))));
  for (const user of [step.user, ...step.done.map((c) => c.user)]) if (people.has(user)) show(user);
  renderPeople();
  const phone = phones.get(step.user);
  phone?.screen.classList.add("called");
  phone?.screen.scrollIntoView({ inline: "center", block: "nearest" });
}
