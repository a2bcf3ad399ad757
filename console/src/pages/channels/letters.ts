import type { ListedLetter } from "@hilo/schema";
import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ApiProblem } from "../../data/api.ts";
import {
  deleteLetter,
  listLetters,
  type ReplayCounts,
  replayAll,
  replayLetter,
} from "../../data/dead-letters.ts";
import { t } from "../../text/dead-letters.ts";
import { number } from "../../text/formats.ts";
import { problems } from "../../text/problems.ts";
import { w } from "../../text/words.ts";
import { clock } from "../../ui/clock.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import { saidStyles } from "../../ui/provider-said.ts";
import { Watch } from "../../ui/source.ts";
import { toast } from "../../ui/toast.ts";
import { channelStyles } from "./channels-styles.ts";
import "./letter.ts";
import { isGone, letterRow, type Told } from "./letter-row.ts";
import { lettersStyles } from "./letters-styles.ts";
import { shimmer } from "./shimmer.ts";

/** What a channel received and could not use: looked at, taken in again, or deleted. */
export class DeadLetters extends HiloElement {
  static override properties: PropertyDeclarations = {
    channelId: {},
    waiting: { attribute: false },
    letters: { state: true },
    next: { state: true },
    progress: { state: true },
    opened: { state: true },
    told: { state: true },
    gone: { state: true },
    asking: { state: true },
    summary: { state: true },
  };
  static override styles = [HiloElement.styles, saidStyles, channelStyles, lettersStyles];
  declare channelId: string;
  /** How many there are, as the page counts them; another number loads the list again. */
  declare waiting: number;
  declare letters: readonly ListedLetter[] | "loading" | "failed";
  declare next: string | null;
  /** How many were replayed, while all are. */
  declare progress: number | null;
  declare opened: ListedLetter | null;
  /** What came of taking letters in again. */
  declare told: ReadonlyMap<string, Told>;
  /** Those of use, which are dead letters no more. */
  declare gone: readonly ListedLetter[];
  /** Which one is about to be deleted. */
  declare asking: string;
  /** What came of taking in all of them. */
  declare summary: string;

  constructor() {
    super();
    this.channelId = "";
    this.waiting = 0;
    this.letters = "loading";
    this.next = null;
    this.progress = null;
    this.opened = null;
    this.#forget();
    new Watch(this, clock);
  }

  #forget(): void {
    this.told = new Map();
    this.gone = [];
    this.asking = "";
    this.summary = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("channelId")) {
      this.letters = "loading";
      this.#forget();
    }
    const news = changed.has("waiting") && this.waiting !== this.#listed();
    if (changed.has("channelId") || (news && this.progress === null)) void this.#load();
  }

  protected override render(): TemplateResult {
    const { letters } = this;
    if (letters === "loading") return shimmer(2);
    if (letters === "failed")
      return html`<div class="card blank" role="alert">
        <p>${t.failed}</p>
        <button class="button" @click=${() => this.#load()}>${w.retry}</button>
      </div>`;
    if (letters.length + this.gone.length === 0)
      return html`<div class="card blank">
        <h2>${t.none}</h2>
        <p>${t.noneWhy}</p>
      </div>`;
    return this.#list(letters);
  }

  #list(letters: readonly ListedLetter[]): TemplateResult {
    const busy = this.progress !== null;
    return html`<div class="head">
        <p>${t.what}</p>
        <button class="button" aria-disabled=${busy} @click=${this.#replayAll}>
          ${icon("refresh", 16)}${busy ? t.progress(number(this.progress ?? 0)) : t.replayAll}
        </button>
      </div>
      <p class="summary" role="status">${this.summary}</p>
      <div class="card rows">
        <ul>
          ${repeat(
            this.#shown(letters),
            ({ id }) => id,
            (one) => this.#row(one),
          )}
        </ul>
        ${this.next === null ? "" : html`<p class="more"><button class="button" @click=${this.#more}>${t.more}</button></p>`}
      </div>
      <hilo-dead-letter
        .letter=${this.opened}
        @close=${() => this.#open(null)}
        @replay=${(event: CustomEvent<ListedLetter>) => this.#replay(event.detail)}
        @delete=${(event: CustomEvent<ListedLetter>) => this.#delete(event.detail)}
      ></hilo-dead-letter>`;
  }

  /** Those that wait and, until the page is left, those that were taken in again, in the order they came. */
  #shown(letters: readonly ListedLetter[]): ListedLetter[] {
    return [...letters, ...this.gone].sort((a, b) => b.receivedAt - a.receivedAt);
  }

  #row(letter: ListedLetter): TemplateResult {
    const { id } = letter;
    return letterRow({
      letter,
      told: this.told.get(id),
      asking: this.asking === id,
      open: () => this.#open(letter),
      replay: () => void this.#replay(letter),
      ask: (asking) => this.#ask(asking ? id : ""),
      remove: () => void this.#delete(letter),
    });
  }

  #ask(id: string): void {
    this.asking = id;
  }

  #tell(id: string, told: Told | undefined): void {
    const all = new Map(this.told);
    if (told === undefined) all.delete(id);
    else all.set(id, told);
    this.told = all;
  }

  #listed(): number {
    if (typeof this.letters === "string" || this.next !== null) return -1;
    return this.letters.reduce((sum, { times }) => sum + times, 0);
  }

  async #load(cursor?: string): Promise<void> {
    const { channelId } = this;
    try {
      const page = await listLetters(channelId, cursor);
      if (channelId !== this.channelId) return;
      const before = cursor && Array.isArray(this.letters) ? this.letters : [];
      this.letters = [...before, ...page.letters];
      this.next = page.next;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (cursor) toast({ text: problems[error.code], tone: "bad" });
      else this.letters = "failed";
    }
  }

  #more(): void {
    if (this.next !== null) void this.#load(this.next);
  }

  #open(letter: ListedLetter | null): void {
    this.opened = letter;
  }

  async #replay(letter: ListedLetter): Promise<void> {
    const { id } = letter;
    this.#open(null);
    this.#tell(id, "busy");
    const told = await attempt(() => replayLetter(letter));
    this.#tell(id, told);
    if (!isGone(told)) return;
    this.gone = [...this.gone, letter];
    this.#drop(letter);
  }

  async #replayAll(): Promise<void> {
    if (this.progress !== null) return;
    this.progress = 0;
    this.summary = "";
    const counts = await attempt(() =>
      replayAll(this.channelId, (sofar) => {
        this.progress = Object.values(sofar).reduce((sum, n) => sum + n, 0);
      }),
    );
    if (counts) this.summary = totals(counts);
    this.progress = null;
    await this.#load();
  }

  async #delete(letter: ListedLetter): Promise<void> {
    this.#open(null);
    this.#ask("");
    await attempt(async () => {
      await deleteLetter(letter);
      toast({ text: t.deleted });
      this.#drop(letter);
    });
  }

  #drop({ id }: ListedLetter): void {
    if (Array.isArray(this.letters)) this.letters = this.letters.filter((one) => one.id !== id);
    if (this.letters.length === 0 && this.next !== null) void this.#load();
  }
}

function totals({ recorded, duplicate, ignored, unreadable }: ReplayCounts): string {
  return t.totals(number(recorded), number(duplicate + ignored), number(unreadable));
}

async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    toast({ text: problems[error.code], tone: "bad" });
    return undefined;
  }
}

define("hilo-dead-letters", DeadLetters);
