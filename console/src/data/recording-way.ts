import type { Capabilities } from "@hilo/schema";
import { carriedAs } from "@hilo/schema/capabilities";

/** What a browser records, and the type of the file that is made of it. */
export type RecordingWay = { recorded: string; type: string };

/** The best first: Opus in Ogg is a voice message wherever there are such, and WebM holds the same Opus. */
const ways: readonly RecordingWay[] = [
  { recorded: "audio/ogg;codecs=opus", type: "audio/ogg" },
  { recorded: "audio/webm;codecs=opus", type: "audio/ogg" },
  { recorded: "audio/mp4;codecs=mp4a.40.2", type: "audio/mp4" },
  { recorded: "audio/webm;codecs=opus", type: "audio/wav" },
  { recorded: "audio/ogg;codecs=opus", type: "audio/wav" },
];

type Media = Capabilities["media"];

/** How a voice message is recorded for a channel, or for a note, which takes any; undefined where it cannot be. */
export function recordingWay(
  media: Media | "any",
  records: (type: string) => boolean = browserRecords,
): RecordingWay | undefined {
  return ways.find(({ recorded, type }) => mostBytes(type, media) > 0 && records(recorded));
}

/** The largest recording of a type that a channel takes, in bytes; 0 when it takes none. */
export function mostBytes(type: string, media: Media | "any"): number {
  if (media === "any") return Number.POSITIVE_INFINITY;
  const kind = carriedAs(type, media);
  return (kind && media[kind]?.maxBytes) ?? 0;
}

function browserRecords(type: string): boolean {
  return globalThis.MediaRecorder?.isTypeSupported(type) ?? false;
}
