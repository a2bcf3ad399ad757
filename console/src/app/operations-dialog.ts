import type { ToldOperation } from "@hilo/schema";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { canUndo, type ListedOperation, openOperation, operations } from "../data/operations.ts";
import { t as shell } from "../text/app.ts";
import { exactTime, number } from "../text/formats.ts";
import { kindName, resultOf, t } from "../text/operations.ts";
import { problems } from "../text/problems.ts";
import { w } from "../text/words.ts";
import "../ui/dialog.ts";
import { define, HiloElement } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { Watch } from "../ui/source.ts";
import { undoNow } from "./operation-news.ts";
import { operationsDialogStyles } from "./operations-dialog-styles.ts";

/** What takes long, newest first: how far each has come, how it ended, and the way back. */
export class OperationsDialog extends HiloElement {
  static override properties = {
    open: { type: Boolean },
    opened: { state: true },
    asked: { state: true },
  };
  static override styles = [HiloElement.styles, operationsDialogStyles];
  declare open: boolean;
  /** What is known of those whose rows were asked for. */
  declare opened: Readonly<Record<string, ToldOperation | "loading" | "failed">>;
  /** Those whose undo was asked for and has not begun. */
  declare asked: readonly string[];
  readonly #watch = new Watch(this);

  constructor() {
    super();
    this.open = false;
    this.opened = {};
    this.asked = [];
  }

  /** Nothing is listened to while nobody looks. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("open")) return;
    this.opened = {};
    this.#watch.to(...(this.open ? [operations] : []));
  }

  protected override render(): TemplateResult {
    return html`<hilo-dialog label=${t.title} .open=${this.open}>${this.#list()}</hilo-dialog>`;
  }

  #list(): TemplateResult {
    const all = operations.value;
    if (all === "loading")
      return html`<ul aria-busy="true" aria-label=${shell.loading}>
        ${[1, 2].map(() => html`<li class="skeleton"></li>`)}
      </ul>`;
    if (all === "failed")
      return html`<p class="empty" role="alert">${t.failed}</p>
        <button type="button" class="button" @click=${this.#again}>${w.retry}</button>`;
    if (all.length === 0) return html`<p class="empty">${t.none}</p>`;
    return html`<ul>
      ${repeat(
        all,
        ({ id }) => id,
        (one) => this.#row(one),
      )}
    </ul>`;
  }

  #row(one: ListedOperation): TemplateResult {
    const name = kindName(one);
    const isUndoable = canUndo(one) && !this.asked.includes(one.id);
    return html`<li>
      <h3>${name}</h3>
      <p class="when">${t.by(one.by.name, exactTime(one.createdAt.getTime()))}</p>
      ${one.state === "running" ? this.#progress(one, name) : this.#end(one)}
      ${this.#details(one)}
      ${
        isUndoable
          ? html`<button type="button" class="button" @click=${() => void this.#undo(one.id)}>
            ${t.undo}
          </button>`
          : nothing
      }
    </li>`;
  }

  #progress(one: ListedOperation, name: string): TemplateResult {
    const { step, total, undo } = one;
    const all = undo ? undo.total : total;
    const done = undo ? undo.total - undo.left : one.done;
    const words = undo ? t.undoing : t.progress;
    const said = step === "plan" ? t.listing : words(number(done), number(all));
    return html`<progress
        aria-label=${t.progressOf(name)}
        max=${Math.max(1, all)}
        .value=${step === "plan" ? nothing : done}
      ></progress>
      <p>${said}</p>`;
  }

  #end(one: ListedOperation): TemplateResult {
    if (one.state === "failed") return this.#failure(one);
    const picture = one.state === "done" ? icon("check", 16) : icon("refresh", 16);
    const word = one.state === "done" ? t.done : t.undone;
    return html`<p class=${one.state}>${picture} <strong>${word}</strong> ${resultOf(one)}</p>`;
  }

  #failure({ error, done, total }: ListedOperation): TemplateResult {
    const next =
      error === "invalid" ? t.tooNew : t.whatNow(t.progress(number(done), number(total)));
    return html`<p class="failed">${icon("alert", 16)} <strong>${t.stopped}</strong></p>
      <p>${next}</p>`;
  }

  /** The rows that were left out, and what an undo left alone, for who wants to see them. */
  #details({ id, named, undo, state }: ListedOperation): TemplateResult | typeof nothing {
    if (state === "running" || named + (undo?.kept ?? 0) === 0) return nothing;
    const found = this.opened[id];
    if (!found)
      return html`<button type="button" class="button plain" @click=${() => void this.#open(id)}>
        ${t.details}
      </button>`;
    if (found === "loading") return html`<p aria-busy="true">${shell.loading}</p>`;
    if (found === "failed") return html`<p role="alert">${problems.internal}</p>`;
    const { rows = [], kept = [] } = found;
    return html`<ul class="rows">
      ${rows.map(({ row, outcome, why }) => html`<li>${t.row(number(row + 1))}: ${t[outcome](1)} (${why})</li>`)}
      ${kept.map(({ path, fields }) => html`<li>${path}${fields.length > 0 ? `: ${fields.join(", ")}` : ""}</li>`)}
    </ul>`;
  }

  async #open(id: string): Promise<void> {
    this.opened = { ...this.opened, [id]: "loading" };
    const found = await openOperation(id).catch(() => "failed" as const);
    this.opened = { ...this.opened, [id]: found };
  }

  async #undo(id: string): Promise<void> {
    this.asked = [...this.asked, id];
    await undoNow(id);
    this.asked = this.asked.filter((one) => one !== id);
  }

  #again(): void {
    this.#watch.to();
    this.#watch.to(operations);
  }
}

define("hilo-operations", OperationsDialog);
