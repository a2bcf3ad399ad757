import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
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
import { addCommands } from "../../ui/commands.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import { navigate } from "../../ui/navigate.ts";
import { saidStyles } from "../../ui/provider-said.ts";
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
import { addressOf, categoriesOf, type Filter, filtered, kindOf, kinds, list } from "./list.ts";
import { templatesStyles } from "./templates-styles.ts";
import { platformsOf, tools } from "./tools.ts";
import { sampleValues } from "./words.ts";

const noFilter: Filter = { kind: "quick", words: "", category: "", place: "" };

/** Quick replies, and the templates that providers approve: found, read, written, submitted. */
export class Templates extends HiloElement {
  static override properties: PropertyDeclarations = {
    templateId: {},
    query: {},
    filter: { state: true },
    form: { state: true },
    busy: { state: true },
  };
  static override styles = [
    HiloElement.styles,
    tagStyles,
    saidStyles,
    previewStyles,
    templatesStyles,
  ];
  /** The one that the address names. */
  declare templateId: string | null;
  declare query: string;
  declare filter: Filter;
  /** What is being written, if anything is. */
  declare form: Form | null;
  declare busy: "sync" | "submit" | null;
  /** One made or removed here, of which Firestore does not tell yet. */
  #underWay = "";
  #removeCommands: () => void = () => undefined;

  constructor() {
    super();
    this.filter = noFilter;
    this.templateId = null;
    this.query = "";
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

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (mayWrite()) followPending(knownTemplates());
    if (changed.has("templateId")) this.#leave();
    const chosen = this.#chosen();
    const asked = kinds.find((one) => one === new URLSearchParams(this.query).get("kind"));
    // While one is open, the list it stands in is beside it.
    const kind = chosen ? kindOf(chosen) : this.templateId ? this.filter.kind : (asked ?? "quick");
    if (kind !== this.filter.kind) this.#filter({ kind, category: "", place: "" });
  }

  protected override render(): TemplateResult {
    const chosen = this.#chosen();
    this.toggleAttribute("reading", this.form !== null || this.templateId !== null);
    return html`${this.#top()}
      <div class="side">
        ${tools(this.filter, (change) => this.#filter(change))}
        <div class="scroll">${this.#list()}</div>
      </div>
      <div class="pane">${this.form ? this.#editor(this.form) : chosen ? this.#detail(chosen) : this.#nothing()}</div>`;
  }

  #chosen(): ListedTemplate | undefined {
    return knownTemplates().find(({ id }) => id === this.templateId);
  }

  #nothing(): TemplateResult {
    const { templateId } = this;
    if (templateId === null) return empty("", t.choose);
    if (templates.value === "failed") return empty(t.failed, t.failedWhy);
    if (templates.value === "loading" || templateId === this.#underWay) return skeleton();
    return empty(t.gone, t.goneWhy, { words: t.toList, press: () => this.#choose("") });
  }

  #top(): TemplateResult {
    const approved = this.filter.kind !== "quick";
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

  #list(): TemplateResult {
    if (templates.value === "loading") return skeleton();
    if (templates.value === "failed") return empty(t.failed, t.failedWhy);
    const { kind } = this.filter;
    const found = filtered(templates.value, this.filter);
    if (found.length > 0) return list(found, this.templateId ?? "");
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
    if (kind === "quick") return empty(t.nothing, t.nothingWhy, way);
    if (kind === "waiting") return empty(t.nothingWaiting, t.nothingWaitingWhy);
    return empty(t.nothingApproved, t.nothingApprovedWhy, way);
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
    if (what === "remove") await this.#remove(template);
    if (what === "duplicate") this.#made(await duplicate(template.id));
    if (what !== "submit" || this.busy) return;
    this.busy = "submit";
    await submit(template.id);
    this.busy = null;
  }

  async #remove(template: ListedTemplate): Promise<void> {
    const { kind } = this.filter;
    this.#underWay = template.id;
    const done = await remove(template);
    if (done && this.templateId === template.id) navigate(addressOf(kind));
    this.#underWay = "";
  }

  async #sync(): Promise<void> {
    this.busy = "sync";
    await sync(keepers());
    this.busy = null;
  }

  #new(): void {
    const [first] = keepers();
    const approved = this.filter.kind !== "quick" && first;
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
    this.#made(id);
  }

  #made(id: string | undefined): void {
    if (id === undefined) return;
    this.#underWay = id;
    this.#choose(id);
  }

  /** What was being written can be taken up again. */
  #leave(): void {
    const written = this.renderRoot.querySelector<TemplateEditor>("hilo-template-editor")?.written;
    this.form = null;
    if (written) toast({ text: t.discarded, undo: () => this.#write(written) });
  }

  #choose(id: string): void {
    navigate(addressOf(this.filter.kind, id));
  }

  #filter(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
  }
}

function samples(): Record<string, string> {
  return sampleValues(me()?.name ?? "", settings.value?.name ?? "");
}

define("hilo-templates", Templates);
