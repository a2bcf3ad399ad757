import type { ListedLetter, Replayed } from "@hilo/schema";
import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ApiProblem } from "../../data/api.ts";
import { deleteLetter, listLetters, replayAll, replayLetter } from "../../data/dead-letters.ts";
import { saidOf, t, whyOf } from "../../text/dead-letters.ts";
import { exactTime, number, relativeTime } from "../../text/formats.ts";
import { problems } from "../../text/problems.ts";
import { w } from "../../text/words.ts";
import { clock } from "../../ui/clock.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import { providerSaid, saidStyles } from "../../ui/provider-said.ts";
import { Watch } from "../../ui/source.ts";
import { toast } from "../../ui/toast.ts";
import { channelStyles } from "./channels-styles.ts";
import "./letter.ts";
import { lettersStyles } from "./letters-styles.ts";

/** What a channel received and could not use: looked at, taken in again, or deleted. */
export class DeadLetters extends HiloElement {
  static override properties: PropertyDeclarations = {
    channelId: {},
    waiting: { attribute: false },
    letters: { state: true },
    next: { state: true },
    progress: { state: true },
    opened: { state: true },
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

  constructor() {
    super();
    this.channelId = "";
    this.waiting = 0;
    this.letters = "loading";
    this.next = null;
    this.progress = null;
    this.opened = null;
    new Watch(this, clock);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("channelId")) this.letters = "loading";
    const news = changed.has("waiting") && this.waiting !== this.#listed();
    if (changed.has("channelId") || (news && this.progress === null)) void this.#load();
  }

  protected override render(): TemplateResult {
    const { letters } = this;
    if (letters === "loading") return html`<i class="shimmer"></i><i class="shimmer"></i>`;
    if (letters === "failed")
      return html`<div class="card blank" role="alert">
        <p>${t.failed}</p>
        <button class="button" @click=${() => this.#load()}>${w.retry}</button>
      </div>`;
    if (letters.length === 0)
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
      <div class="card rows">
        <ul>
          ${repeat(
            letters,
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

  #row(letter: ListedLetter): TemplateResult {
    const { reason, receivedAt, times } = letter;
    return html`<li>
      <div class="letter">
        <b>${whyOf(reason)}</b>${times > 1 ? html` · ${t.times(number(times))}` : ""}
        ${providerSaid(saidOf(reason))}
      </div>
      <time title=${exactTime(receivedAt)}>${relativeTime(receivedAt, clock.value)}</time>
      <span class="acts">
        <button class="button" @click=${() => this.#open(letter)}>${t.open}</button>
        <button class="button" @click=${() => this.#replay(letter)}>${t.replay}</button>
      </span>
    </li>`;
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
    this.#open(null);
    await attempt(async () => {
      const result = await replayLetter(letter);
      toast({ text: t[result.outcome], ...(isKept(result) ? { tone: "bad" as const } : {}) });
      if (isKept(result)) await this.#load();
      else this.#drop(letter);
    });
  }

  async #replayAll(): Promise<void> {
    if (this.progress !== null) return;
    this.progress = 0;
    await attempt(async () => {
      const { recorded, duplicate, ignored, unreadable } = await replayAll(
        this.channelId,
        (counts) => {
          this.progress = Object.values(counts).reduce((sum, n) => sum + n, 0);
        },
      );
      const words = [recorded, duplicate + ignored, unreadable].map((n) => number(n));
      toast({ text: t.totals(words[0] ?? "", words[1] ?? "", words[2] ?? "") });
    });
    this.progress = null;
    await this.#load();
  }

  async #delete(letter: ListedLetter): Promise<void> {
    this.#open(null);
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

function isKept({ outcome }: Replayed): boolean {
  return outcome === "unreadable";
}

async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    toast({ text: problems[error.code], tone: "bad" });
  }
}

define("hilo-dead-letters", DeadLetters);
