// SPDX-License-Identifier: EUPL-1.2
// The microphone.

/** The best that this browser can record; Telegram's own phones make Opus. */
const KINDS = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

/**
 * Starts to record. `stop()` gives the sound and its seconds, `cancel()` throws it away.
 * Fails where there is no microphone, or none may be used.
 */
export async function record() {
  if (!navigator.mediaDevices?.getUserMedia || !globalThis.MediaRecorder) throw new Error("no microphone");
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
  const recorder = new MediaRecorder(stream, { mimeType });
  const parts = [];
  const begun = performance.now();
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise((resolve) => { recorder.onstop = resolve; });
  recorder.start();
  const seconds = () => Math.round((performance.now() - begun) / 1000);
  const end = async () => {
    recorder.stop();
    await ended;
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    seconds,
    cancel: end,
    async stop() {
      const length = Math.max(1, seconds());
      await end();
      const type = recorder.mimeType.split(";")[0];
      return { seconds: length, file: new File(parts, `voice.${type.split("/")[1]}`, { type }) };
    },
  };
}
