import { oggOf } from "./ogg-opus.ts";
import type { RecordingWay } from "./recording-way.ts";
import { bytesPerSecond, wavOf } from "./wav.ts";
import { opusIn } from "./webm-opus.ts";

/** What is enough for a voice, in bits a second. */
const voiceBits = 24_000;
/** The longest recording, in milliseconds, whatever a channel would take. */
const longestMs = 3_600_000;
/** How much of the largest file is used, without the last two slices, which may be loud ones. */
const share = 0.95;
const sliceMs = 1_000;
const sliceBytes = voiceBits / 8;

/** A voice message that is being recorded. */
export class Recording {
  readonly #stream: MediaStream;
  readonly #recorder: MediaRecorder;
  readonly #way: RecordingWay;
  readonly #most: number;
  readonly #meter: Meter;
  readonly #slices: Blob[] = [];
  readonly #stopped: Promise<unknown>;
  #size = 0;
  #ranMs = 0;
  #since: number | undefined;

  /** Asks for the microphone and begins. Rejects with the browser's DOMException when it may not or cannot. */
  static async begin(way: RecordingWay, most: number): Promise<Recording> {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    return new Recording(stream, way, most);
  }

  /** `most` is the largest file, in bytes. */
  private constructor(stream: MediaStream, way: RecordingWay, most: number) {
    this.#stream = stream;
    this.#way = way;
    this.#most = most * share - 2 * sliceBytes;
    this.#meter = new Meter(stream);
    const options = { mimeType: way.recorded, audioBitsPerSecond: voiceBits };
    this.#recorder = new MediaRecorder(stream, options);
    this.#recorder.addEventListener("dataavailable", ({ data }) => {
      this.#slices.push(data);
      this.#size += data.size;
    });
    this.#stopped = new Promise((resolve) => {
      this.#recorder.addEventListener("stop", resolve);
    });
    this.#recorder.start(sliceMs);
    this.#since = performance.now();
  }

  /** Ends when it is stopped, and also when the microphone goes away. */
  get stopped(): Promise<unknown> {
    return this.#stopped;
  }

  get paused(): boolean {
    return this.#since === undefined;
  }

  /** How long it is, in milliseconds. */
  get length(): number {
    return this.#ranMs + (this.#since === undefined ? 0 : performance.now() - this.#since);
  }

  /** How much longer it may become, in milliseconds; for what is packed, as far as its size so far tells. */
  get left(): number {
    const { length } = this;
    const rate = this.#way.type === "audio/wav" ? bytesPerSecond / 1000 : this.#size / length;
    const bySize = rate > 0 ? this.#most / rate : longestMs;
    return Math.max(0, Math.min(longestMs, bySize) - length);
  }

  /** How loud it is now, from 0 to 1. */
  get level(): number {
    return this.paused ? 0 : this.#meter.level();
  }

  pause(): void {
    this.#ranMs = this.length;
    this.#since = undefined;
    this.#recorder.pause();
  }

  resume(): void {
    this.#since = performance.now();
    this.#recorder.resume();
  }

  /** Lets the microphone go and gives what was recorded, in the type of its way. */
  async stop(): Promise<Blob> {
    if (this.#recorder.state !== "inactive") this.#recorder.stop();
    await this.#stopped;
    this.release();
    return packed(new Blob(this.#slices, { type: this.#way.recorded }), this.#way);
  }

  /** Lets the microphone go. */
  release(): void {
    for (const track of this.#stream.getTracks()) track.stop();
    this.#meter.close();
  }
}

async function packed(recorded: Blob, { recorded: from, type }: RecordingWay): Promise<Blob> {
  if (type === "audio/wav") return wavOf(recorded);
  if (type !== "audio/ogg" || from.startsWith(type)) return new Blob([recorded], { type });
  const webm = new Uint8Array(await recorded.arrayBuffer());
  return new Blob(oggOf(opusIn(webm)), { type });
}

/** Listens to how loud a microphone is. */
class Meter {
  readonly #context = new AudioContext();
  readonly #analyser = this.#context.createAnalyser();
  readonly #samples = new Float32Array(this.#analyser.fftSize);

  constructor(stream: MediaStream) {
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
    void this.#context.resume();
  }

  /** By the loudest sample; speech is seldom over a third of what there is, so that counts as full. */
  level(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return Math.min(1, 3 * Math.max(...this.#samples));
  }

  close(): void {
    if (this.#context.state !== "closed") void this.#context.close();
  }
}
