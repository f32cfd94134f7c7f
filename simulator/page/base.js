// SPDX-License-Identifier: EUPL-1.2
// Elements, requests, and what the browser remembers.

export const $ = (id) => document.getElementById(id);
export const saved = {
  get: (key) => { try { return JSON.parse(localStorage.getItem(`phones.${key}`)); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(`phones.${key}`, JSON.stringify(value)); } catch { /* private window */ } },
};

/** An element: attributes, `on…` handlers, children. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

export async function ask(path, body, method = body === undefined ? "GET" : "POST") {
  const form = body instanceof FormData;
  const answer = await fetch(path, {
    method,
    cache: "no-store",
    headers: body === undefined || form ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : form ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  const json = answer.headers.get("content-type")?.startsWith("application/json");
  const value = json ? JSON.parse(text) : text;
  if (!answer.ok) throw new Error(value.error ?? (text || `${answer.status}`));
  return value;
}

export const fileUrl = (id) => `/sim/files/${encodeURIComponent(id)}`;

const prints = new WeakMap();

/** Fills an element anew only when what it shows has changed, and keeps the focus inside. */
export function put(element, print, make) {
  if (prints.get(element) === print) return;
  const at = [...element.querySelectorAll("button")].indexOf(document.activeElement);
  prints.set(element, print);
  element.replaceChildren(...make());
  if (at >= 0) element.querySelectorAll("button")[at]?.focus();
}
