import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { Recording } from "../../../../data/recording.ts";
import { mostBytes, recordingWay } from "../../../../data/recording-way.ts";
import { isSignedIn } from "../../../../data/session.ts";
import type { Staging } from "../../../../data/staging.ts";
import { playTime, preciseDuration } from "../../../../text/formats.ts";
import { t } from "../../../../text/recorder.ts";
import { announce } from "../../../../ui/announce.ts";
import { define, HiloElement } from "../../../../ui/element.ts";
import { icon } from "../../../../ui/icon.ts";
import { toast } from "../../../../ui/toast.ts";
import { Unsaved } from "../../../../ui/unsaved.ts";
import { fileWords } from "../files/file-words.ts";
import type { Into } from "../files/refused.ts";
import { stage } from "../files/stage.ts";
import { RecorderBars } from "./recorder-bars.ts";
import { recorderStyles } from "./recorder-styles.ts";
import { recorderTrouble } from "./recorder-trouble.ts";

/** How the recorder ended: with words to read when something is to be done, and whether all is to be sent now. */
export type RecorderOver = { words?: string; sends?: boolean };

/** How often the time and the bars are drawn anew, in milliseconds. */
const drawMs = 100;
/** From when on the end is told, and silence, in milliseconds. */
const warnMs = 60_000;
const silentMs = 3_000;
/** What is quieter than any room. */
const silence = 0.01;

/**
 * Records a voice message from the moment it is shown, and puts it with the files of its draft. Taken away while it
 * records, it keeps what was recorded so far. Tells `over` with `RecorderOver`.
 */
export class Recorder extends HiloElement {
  static override properties: PropertyDeclarations = {
    into: { attribute: false },
    staging: { attribute: false },
    recording: { state: true },
    keeping: { state: true },
    silent: { state: true },
  };
  static override styles = [HiloElement.styles, recorderStyles];
  /** Where the message goes. */
  declare into: Into;
  declare staging: Staging;
  declare recording: Recording | undefined;
  declare keeping: boolean;
  declare silent: boolean;
  readonly #bars = new RecorderBars();
  #timer: ReturnType<typeof setInterval> | undefined;
  #loudest = 0;
  #over = false;

  constructor() {
    super();
    this.recording = undefined;
    this.keeping = false;
    this.silent = false;
    new Unsaved(this, () => this.recording !== undefined);
    this.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.discard(event);
    });
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector("button")?.focus();
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    if (this.#over || this.keeping) return;
    this.#over = true;
    if (isSignedIn()) void this.#keepAside();
    else this.recording?.release();
  }

  /** Leaves it; what was recorded can be had back for a moment. */
  discard(event?: Event): void {
    event?.stopPropagation();
    if (this.keeping) return;
    const { recording } = this;
    this.#end({});
    if (!recording) return;
    // What holds no sound yet is nothing to have back.
    const file = fileOf(recording).catch(() => undefined);
    const undo = () => void file.then((made) => made && this.#stage(made));
    toast({ text: t.discarded, undo });
  }

  /** Ends the recording and keeps it with the draft's files; `sends` to have all of it sent. */
  async finish({ words, sends = false }: RecorderOver = {}): Promise<void> {
    const { recording } = this;
    if (!recording || this.keeping) return;
    this.keeping = true;
    const length = preciseDuration(recording.length);
    const said = (await this.#keep(recording)) || words;
    if (!said) announce(t.ready(length));
    this.#end(said ? { words: said } : { sends });
  }

  protected override render(): TemplateResult {
    const { recording } = this;
    if (!recording) return this.#asking();
    const { paused } = recording;
    return html`<div class="bar ${paused ? "paused" : ""}" role="group" aria-label=${t.recorder}>
        ${this.#button(t.discard, "trash", () => this.discard())}
        <i class="dot" aria-hidden="true"></i>
        <span class="time" role="timer" aria-label=${paused ? t.paused : t.recording}>${playTime(recording.length)}</span>
        ${this.keeping ? html`<span class="words">${t.keeping}</span>` : html`<canvas aria-hidden="true"></canvas>`}
        ${this.#left(recording)}
        ${this.#button(paused ? t.resume : t.pause, paused ? "mic" : "pause", () => this.#turn(recording))}
        ${this.#button(t.finish, "check", () => void this.finish())}
        <button type="button" class="button primary" ?disabled=${this.keeping} @click=${() => void this.finish({ sends: true })}>
          <span>${this.into === "note" ? t.save : t.send}</span>${icon("enter", 16)}
        </button>
      </div>
      ${this.silent ? html`<p class="hint" role="status">${t.silent}</p>` : nothing}`;
  }

  #asking(): TemplateResult {
    return html`<div class="bar" role="group" aria-label=${t.recorder}>
      ${this.#button(t.cancel, "x", () => this.discard())}
      <span class="words" role="status">${t.asking}</span>
    </div>`;
  }

  #button(label: string, sign: Parameters<typeof icon>[0], press: () => void): TemplateResult {
    return html`<button type="button" class="icon-button" aria-label=${label} title=${label} ?disabled=${this.keeping} @click=${press}>
      ${icon(sign, 20)}
    </button>`;
  }

  #left(recording: Recording): TemplateResult | typeof nothing {
    const { left } = recording;
    return left < warnMs ? html`<span class="left">${t.left(playTime(left))}</span>` : nothing;
  }

  async #begin(): Promise<void> {
    const media =
      this.into === "note" || !this.into?.capabilities ? "any" : this.into.capabilities.media;
    const way = recordingWay(media);
    if (!way) return this.#end({ words: t.failed });
    try {
      const recording = await Recording.begin(way, mostBytes(way.type, media));
      if (this.#over) return recording.release();
      this.#follow(recording);
    } catch (error) {
      if (!this.#over) this.#end({ words: recorderTrouble(error) });
    }
  }

  #follow(recording: Recording): void {
    this.recording = recording;
    announce(t.started);
    void recording.stopped.then(() => this.finish({ words: t.lost }));
    this.#timer = setInterval(() => this.#look(recording), drawMs);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[aria-label="${t.finish}"]`)?.focus(),
    );
  }

  #look(recording: Recording): void {
    if (this.keeping) return;
    const { level, length, left, paused } = recording;
    if (left === 0) return void this.finish({ words: t.full });
    this.#loudest = Math.max(this.#loudest, level);
    this.silent = this.#loudest < silence && length > silentMs;
    if (!paused) this.#bars.add(level);
    const canvas = this.renderRoot.querySelector("canvas");
    if (canvas) this.#bars.draw(canvas);
    this.requestUpdate();
  }

  #turn(recording: Recording): void {
    if (recording.paused) recording.resume();
    else recording.pause();
    announce(recording.paused ? t.paused : t.resumed);
    this.requestUpdate();
  }

  async #keepAside(): Promise<void> {
    const { recording } = this;
    if (!recording) return;
    this.keeping = true;
    const refused = await this.#keep(recording);
    toast(refused ? { text: refused, tone: "bad" } : { text: t.keptAside });
  }

  /** Puts what was recorded with the draft's files; gives why that could not be, in words. */
  #keep(recording: Recording): Promise<string> {
    return fileOf(recording).then(
      (file) => this.#stage(file),
      () => t.short,
    );
  }

  #stage(file: File): string {
    const refused = stage([file], this.staging, this.into);
    return refused ? fileWords(refused) : "";
  }

  #end(over: RecorderOver): void {
    if (this.#over) return;
    this.#over = true;
    clearInterval(this.#timer);
    this.recording = undefined;
    this.tell("over", over);
  }
}

/** What was recorded, named by the time of day. Rejects when there is nothing in it. */
async function fileOf(recording: Recording): Promise<File> {
  const sound = await recording.stop();
  const time = new Date().toTimeString().slice(0, 8).replaceAll(":", "-");
  const [, kind = ""] = sound.type.split("/");
  return new File([sound], `${t.fileName(time)}.${kind === "mp4" ? "m4a" : kind}`, {
    type: sound.type,
  });
}

define("hilo-recorder", Recorder);
