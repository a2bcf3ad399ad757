import type { Platform } from "@hilo/schema";
import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { channels } from "../../data/channels.ts";
import { fileLinks } from "../../data/files.ts";
import { me, members } from "../../data/members.ts";
import { settings } from "../../data/settings.ts";
import {
  keepers,
  knownTemplates,
  type ListedTemplate,
  mayWrite,
  templates,
} from "../../data/templates.ts";
import { language } from "../../text/language.ts";
import { t } from "../../text/templates.ts";
import { w } from "../../text/words.ts";
import { addCommands } from "../../ui/commands.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import { Watch } from "../../ui/source.ts";
import { tagStyles } from "../../ui/tag.ts";
import { previewStyles } from "../../ui/template-preview.ts";
import { toast } from "../../ui/toast.ts";
import { copyText, duplicate, followPending, remove, submit, sync } from "./acts.ts";
import { type Act, detail } from "./detail.ts";
import type { TemplateEditor } from "./editor.ts";
import "./editor.ts";
import { empty, skeleton } from "./empty.ts";
import { type Form, formOf, newApproved, newQuickReply } from "./form.ts";
import { categoriesOf, type Filter, filtered, type Kind, list } from "./list.ts";
import { templatesStyles } from "./templates-styles.ts";
import { sampleValues } from "./words.ts";

const noFilter: Filter = { kind: "quick", words: "", category: "", place: "" };

/** Quick replies, and the templates that providers approve: found, read, written, submitted. */
export class Templates extends HiloElement {
  static override properties: PropertyDeclarations = {
    filter: { state: true },
    chosenId: { state: true },
    form: { state: true },
    busy: { state: true },
  };
  static override styles = [HiloElement.styles, tagStyles, previewStyles, templatesStyles];
  declare filter: Filter;
  declare chosenId: string;
  /** What is being written, if anything is. */
  declare form: Form | null;
  declare busy: "sync" | "submit" | null;
  #removeCommands: () => void = () => undefined;

  constructor() {
    super();
    this.filter = noFilter;
    this.chosenId = "";
    this.form = null;
    this.busy = null;
    new Watch(this, templates, channels, settings, members, fileLinks.changed);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const focus = () => this.renderRoot.querySelector<HTMLElement>("input[type=search]")?.focus();
    const write = () => this.#write(newQuickReply());
    this.#removeCommands = addCommands([
      { id: "search-templates", text: () => t.search, keys: "/", icon: "search", run: focus },
      { id: "new-reply", text: () => t.newQuickReply, icon: "plus", run: write, when: mayWrite },
      {
        id: "new-template",
        text: () => t.newApproved,
        icon: "plus",
        run: () => this.#new(),
        when: () => mayWrite() && keepers().length > 0,
      },
    ]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#removeCommands();
  }

  protected override willUpdate(): void {
    if (mayWrite()) followPending(knownTemplates());
  }

  protected override render(): TemplateResult {
    const chosen = knownTemplates().find(({ id }) => id === this.chosenId);
    this.toggleAttribute("reading", this.form !== null || chosen !== undefined);
    return html`${this.#top()}
      <div class="side">${this.#tools()}<div class="scroll">${this.#list()}</div></div>
      <div class="pane">${this.form ? this.#editor(this.form) : chosen ? this.#detail(chosen) : hint()}</div>`;
  }

  #top(): TemplateResult {
    const approved = this.filter.kind === "approved";
    const syncs = approved && keepers().length > 0;
    return html`<header class="top">
      <h1>${t.title}</h1>
      ${
        mayWrite() && syncs
          ? html`<button class="button" ?disabled=${this.busy === "sync"} @click=${() => void this.#sync()}>
              ${icon("refresh", 16)}<span>${this.busy === "sync" ? t.syncing : t.sync}</span>
            </button>`
          : nothing
      }
      ${
        mayWrite() && (syncs || !approved)
          ? html`<button class="button primary" @click=${() => this.#new()}>
              ${icon("plus", 16)}<span>${approved ? t.newApproved : t.newQuickReply}</span>
            </button>`
          : nothing
      }
    </header>`;
  }

  #tools(): TemplateResult {
    const { kind, words, category, place } = this.filter;
    const all = knownTemplates().filter(
      ({ approved }) => Boolean(approved) === (kind === "approved"),
    );
    const places =
      kind === "approved"
        ? keepers().map(({ id, name }) => [id, name])
        : platformsOf().map((one) => [one, w[one]]);
    return html`<div class="tools">
      <div class="tabs" role="tablist">${this.#tab("quick", t.quickReplies)}${this.#tab("approved", t.approvedOnes)}</div>
      <input
        class="field"
        type="search"
        placeholder=${t.search}
        aria-label=${t.search}
        .value=${words}
        @input=${(event: Event) => this.#filter({ words: valueIn(event) })}
      />
      ${select(t.category, category, [["", t.allCategories], ...categoriesOf(all).map((one) => [one, one])], (value) => this.#filter({ category: value }))}
      ${select(t.platform, place, [["", t.allPlatforms], ...places], (value) => this.#filter({ place: value }))}
    </div>`;
  }

  #tab(kind: Kind, words: string): TemplateResult {
    return html`<button
      role="tab"
      aria-selected=${this.filter.kind === kind}
      @click=${() => this.#filter({ kind, category: "", place: "" })}
    >
      ${words}
    </button>`;
  }

  #list(): TemplateResult {
    if (templates.value === "loading") return skeleton();
    if (templates.value === "failed") return empty(t.failed, t.failedWhy);
    const { kind } = this.filter;
    const found = filtered(templates.value, this.filter);
    if (found.length > 0) return list(found, this.chosenId, (id) => this.#choose(id));
    const narrowed = JSON.stringify({ ...this.filter, kind: "quick" }) !== JSON.stringify(noFilter);
    if (narrowed)
      return empty("", t.noMatch, {
        words: t.clear,
        press: () => this.#filter({ ...noFilter, kind }),
      });
    const first = mayWrite() && (kind === "quick" || keepers().length > 0);
    const way = first
      ? { words: kind === "quick" ? t.newQuickReply : t.newApproved, press: () => this.#new() }
      : undefined;
    return kind === "quick"
      ? empty(t.nothing, t.nothingWhy, way)
      : empty(t.nothingApproved, t.nothingApprovedWhy, way);
  }

  #editor(form: Form): TemplateResult {
    return html`<hilo-template-editor
      .start=${form}
      .channels=${keepers()}
      .platforms=${platformsOf()}
      .categories=${categoriesOf(knownTemplates())}
      .samples=${form.approved ? {} : samples()}
      @leave=${() => this.#leave()}
      @saved=${(event: CustomEvent<string>) => this.#saved(event.detail)}
    ></hilo-template-editor>`;
  }

  #detail(template: ListedTemplate): TemplateResult {
    return detail({
      template,
      values: { ...(template.approved ? {} : samples()), ...template.examples },
      mayWrite: mayWrite(),
      submitting: this.busy === "submit",
      act: (what) => void this.#act(what, template),
      back: () => this.#choose(""),
    });
  }

  async #act(what: Act, template: ListedTemplate): Promise<void> {
    if (what === "edit") this.#write(formOf(template));
    if (what === "copyText") await copyText(template.text);
    if (what === "remove") await remove(template);
    if (what === "duplicate") this.chosenId = (await duplicate(template.id)) ?? this.chosenId;
    if (what !== "submit" || this.busy) return;
    this.busy = "submit";
    await submit(template.id);
    this.busy = null;
  }

  async #sync(): Promise<void> {
    this.busy = "sync";
    await sync(keepers());
    this.busy = null;
  }

  #new(): void {
    const [first] = keepers();
    const approved = this.filter.kind === "approved" && first;
    this.#write(approved ? newApproved(first.id, language()) : newQuickReply());
  }

  #write(form: Form): void {
    this.#leave();
    this.form = form;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>("hilo-template-editor")?.focus(),
    );
  }

  #saved(id: string): void {
    this.form = null;
    this.chosenId = id;
  }

  /** What was being written can be taken up again. */
  #leave(): void {
    const written = this.renderRoot.querySelector<TemplateEditor>("hilo-template-editor")?.written;
    this.form = null;
    if (written) toast({ text: t.discarded, undo: () => this.#write(written) });
  }

  #choose(id: string): void {
    this.#leave();
    this.chosenId = id;
  }

  #filter(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
  }
}

function platformsOf(): Platform[] {
  return [...new Set(channels.value.map(({ platform }) => platform))].filter(
    (one) => one !== "voice",
  );
}

function samples(): Record<string, string> {
  return sampleValues(me()?.name ?? "", settings.value?.name ?? "");
}

function hint(): TemplateResult {
  return empty("", t.choose);
}

function valueIn(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

function select(
  label: string,
  value: string,
  options: readonly (readonly string[])[],
  write: (value: string) => void,
): TemplateResult {
  return html`<select class="field" aria-label=${label} .value=${value} @change=${(event: Event) => write(valueIn(event))}>
    ${options.map(([one = "", words = ""]) => html`<option value=${one} ?selected=${one === value}>${words}</option>`)}
  </select>`;
}

define("hilo-templates", Templates);
