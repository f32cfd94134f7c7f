// SPDX-License-Identifier: EUPL-1.2
// The microphone: a line with the seconds, to send what was said or to throw it away.

import { h } from "./base.js";
import { lasting, t } from "./words.js";

/** The best that this browser can record; Telegram's own phones make Opus. */
const KINDS = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

export class Recording {
  /** `heard(file, seconds)`: to send; `ended()`: sent or thrown away. */
  constructor({ heard, ended }) {
    this.ended = ended;
    this.text = h("span", { role: "status" });
    this.send = h("button", { type: "button", class: "main", onclick: async () => {
      const { seconds } = this;
      const file = await this.finish();
      await heard(file, Math.max(1, seconds));
    } }, "➤");
    this.stop = h("button", { type: "button", class: "icon", onclick: () => this.finish() }, "🗑");
    this.line = h("div", { class: "line recording", hidden: true }, this.stop, this.text, this.send);
  }

  get seconds() { return Math.round((performance.now() - this.begun) / 1000); }

  /** Fails where there is no microphone, or none may be used. */
  async begin() {
    if (!navigator.mediaDevices?.getUserMedia || !globalThis.MediaRecorder) throw new Error("no microphone");
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    this.recorder = new MediaRecorder(stream, { mimeType: KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)) });
    this.parts = [];
    this.recorder.ondataavailable = ({ data }) => this.parts.push(data);
    this.recorder.start();
    this.begun = performance.now();
    const show = () => { this.text.textContent = `● ${t("recording")} ${lasting(this.seconds)}`; };
    this.line.hidden = false;
    // The seconds are for the eye; they are announced once.
    this.text.setAttribute("aria-live", "polite");
    show();
    this.text.setAttribute("aria-live", "off");
    this.timer = setInterval(show, 500);
  }

  /** Lets the microphone go; what was said, if anything was. */
  async finish() {
    const { recorder } = this;
    if (!recorder) return null;
    this.recorder = null;
    clearInterval(this.timer);
    const ended = new Promise((resolve) => { recorder.onstop = resolve; });
    recorder.stop();
    await ended;
    for (const track of recorder.stream.getTracks()) track.stop();
    this.line.hidden = true;
    this.ended();
    const type = recorder.mimeType.split(";")[0];
    return new File(this.parts, `voice.${type.split("/")[1]}`, { type });
  }
}
