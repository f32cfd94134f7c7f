// SPDX-License-Identifier: EUPL-1.2
// What the page says, in its own languages.

import { saved } from "./base.js";

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
    write: "Message", send: "Send", voice: "Record a voice message", photo: "Send a photo",
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
    next: "Skip", back: "Back", end: "End the tour", tour: "Guided tours:", step: "{n} of {of}", done: "done",
    privateChat: "Private chat", still: "stands still",
    recording: "Recording", sendVoice: "Send the recording", stopVoice: "Throw the recording away",
    noMicrophone: "No microphone here: choose a sound file.", readyVoice: "Send a ready-made voice message",
    failed: "not sent: {why}", again: "Try again", discard: "Throw away",
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
    write: "Messaggio", send: "Invia", voice: "Registra un messaggio vocale", photo: "Invia una foto",
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
    next: "Salta", back: "Indietro", end: "Fine della visita", tour: "Visite guidate:", step: "{n} di {of}", done: "fatta",
    privateChat: "Chat privata", still: "fermo",
    recording: "Registrazione", sendVoice: "Invia la registrazione", stopVoice: "Butta la registrazione",
    noMicrophone: "Qui non c’è un microfono: scegli un file audio.", readyVoice: "Invia un messaggio vocale già pronto",
    failed: "non inviato: {why}", again: "Riprova", discard: "Butta",
  },
};

export let language = saved.get("language") ?? (navigator.language.startsWith("it") ? "it" : "en");
export const t = (key, values = {}) =>
  (WORDS[language][key] ?? WORDS.en[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
export const inLanguage = (text) => (typeof text === "string" ? text : text?.[language] ?? text?.en ?? "");

/** Dates and numbers as they are written here, where English is Europe's. */
export const written = () => ({ en: "en-GB" })[language] ?? language;
export const clockText = (ms) => new Date(ms).toLocaleTimeString(written(), { hour: "2-digit", minute: "2-digit" });

/** Minutes and seconds. */
export const lasting = (seconds = 0) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

export function speak(code) {
  language = code;
  saved.set("language", code);
}
