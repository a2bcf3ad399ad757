import type { NewsKind } from "../data/alert-settings.ts";

/** Frequencies in hertz, one after the other: what is for me by name rises. */
const melodies: Record<NewsKind, readonly number[]> = {
  message: [660],
  assigned: [523, 660],
  mention: [660, 880],
};

const loudness = 0.08;
/** How long a note takes to fade away, and after how long the next begins, in seconds. */
const fadeS = 0.35;
const stepS = 0.12;

let context: AudioContext | undefined;

/** Plays a soft tone; browsers keep a page silent until somebody has used it. */
export function playTone(kind: NewsKind): void {
  if ("userActivation" in navigator && !navigator.userActivation.hasBeenActive) return;
  context ??= new AudioContext();
  const audio = context;
  // A device without a way to be heard stays silent.
  audio.resume().then(
    () => play(audio, melodies[kind]),
    () => undefined,
  );
}

function play(audio: AudioContext, melody: readonly number[]): void {
  for (const [i, hertz] of melody.entries()) sound(audio, hertz, audio.currentTime + i * stepS);
}

function sound(audio: AudioContext, hertz: number, at: number): void {
  const note = audio.createOscillator();
  const volume = audio.createGain();
  note.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(loudness, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + fadeS);
  note.connect(volume).connect(audio.destination);
  note.start(at);
  note.stop(at + fadeS);
}
