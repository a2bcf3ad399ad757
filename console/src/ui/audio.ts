import { css, html } from "lit";
import { playTime, preciseDuration } from "../text/formats.ts";
import { t as mediaWords } from "../text/media.ts";
import { t } from "../text/thread.ts";
import { define, HiloElement } from "./element.ts";
import { icon } from "./icon.ts";

const speeds = [1, 1.5, 2];

/** A voice note or other audio: play, position, time and speed. */
export class AudioPlayer extends HiloElement {
  static override properties = {
    src: {},
    state: {},
    playing: { state: true },
    at: { state: true },
    length: { state: true },
    speed: { state: true },
    broken: { state: true },
  };
  declare src: string | undefined;
  /** Why there is nothing to hear, in words. */
  declare state: string;
  declare playing: boolean;
  declare at: number;
  declare length: number;
  declare speed: number;
  declare broken: boolean;
  readonly #audio = new Audio();

  constructor() {
    super();
    this.src = undefined;
    this.state = "";
    this.playing = false;
    this.at = 0;
    this.length = 0;
    this.speed = 1;
    this.broken = false;
    this.#audio.preload = "metadata";
    for (const type of ["play", "pause", "ended", "timeupdate", "durationchange", "error"]) {
      this.#audio.addEventListener(type, () => this.#look());
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#audio.pause();
  }

  /** Lets go of what it plays, whose address may be gone from now on. */
  release(): void {
    this.src = undefined;
    this.#audio.removeAttribute("src");
    this.#audio.load();
  }

  protected override updated(): void {
    const fresh = this.src !== undefined && this.#audio.paused && this.#audio.src !== this.src;
    if (fresh && this.at === 0) this.#audio.src = new URL(this.src ?? "", location.href).href;
  }

  protected override render() {
    const why = this.state || (this.broken ? t.lostFile : "");
    if (why !== "") return html`<div class="player">${icon("mic", 18)}<span>${why}</span></div>`;
    return html`<div class="player">
      <button
        type="button"
        class="play"
        aria-label=${this.playing ? mediaWords.pause : mediaWords.play}
        ?disabled=${this.src === undefined}
        @click=${this.#toggle}
      >
        ${icon(this.playing ? "pause" : "play", 18)}
      </button>
      <input
        type="range"
        min="0"
        max=${this.length || 1}
        step="0.1"
        .value=${String(this.at)}
        aria-label=${mediaWords.seek}
        aria-valuetext=${preciseDuration(this.at * 1000)}
        ?disabled=${this.length === 0}
        @input=${this.#seek}
      />
      <span class="time">${playTime((this.playing || this.at > 0 ? this.at : this.length) * 1000)}</span>
      <button type="button" class="speed" title=${mediaWords.speed} aria-label=${`${mediaWords.speed} ${this.speed}×`} @click=${this.#faster}>
        ${this.speed}×
      </button>
    </div>`;
  }

  #toggle(): void {
    if (this.playing) this.#audio.pause();
    else this.#audio.play().catch(() => this.#look());
  }

  #seek(event: Event): void {
    this.#audio.currentTime = Number((event.target as HTMLInputElement).value);
    this.#look();
  }

  #faster(): void {
    this.speed = speeds[(speeds.indexOf(this.speed) + 1) % speeds.length] ?? 1;
    this.#audio.playbackRate = this.speed;
  }

  #look(): void {
    this.playing = !this.#audio.paused && !this.#audio.ended;
    this.at = this.#audio.ended ? 0 : this.#audio.currentTime;
    this.length = Number.isFinite(this.#audio.duration) ? this.#audio.duration : this.length;
    this.broken = this.#audio.error !== null;
  }

  static override styles = [
    HiloElement.styles,
    css`
      :host {
        display: block;
        max-width: 100%;
        color: inherit;
      }
      .player {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 264px;
        max-width: 100%;
        height: 40px;
      }
      .play {
        display: grid;
        place-items: center;
        flex: none;
        width: 34px;
        height: 34px;
        border-radius: 50%;
        background: color-mix(in srgb, currentcolor 14%, transparent);
      }
      .play:hover {
        background: color-mix(in srgb, currentcolor 22%, transparent);
      }
      input {
        flex: 1;
        min-width: 0;
        height: 24px;
        accent-color: currentcolor;
      }
      .time,
      .speed {
        font: var(--tiny);
        font-variant-numeric: tabular-nums;
      }
      .time {
        min-width: 30px;
      }
      .speed {
        min-width: 30px;
        min-height: 24px;
        border-radius: 12px;
        background: color-mix(in srgb, currentcolor 10%, transparent);
      }
    `,
  ];
}

define("hilo-audio", AudioPlayer);
