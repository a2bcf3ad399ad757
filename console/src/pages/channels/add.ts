import type { ChannelDetails, ChannelKind, Platform, Provider } from "@hilo/schema";
import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { ApiProblem } from "../../data/api.ts";
import {
  addChannel,
  channelDetails,
  channelKinds,
  tryChannel,
} from "../../data/channel-settings.ts";
import { t } from "../../text/channels.ts";
import { w } from "../../text/words.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import { addStyles } from "./add-styles.ts";
import { addressStyles, newSecrets, webhookAddresses } from "./addresses.ts";
import { channelStyles } from "./channels-styles.ts";
import { detailStyles } from "./detail-styles.ts";
import { missingIn, presetEntry, typedCredentials } from "./entry.ts";
import { EntryHolder } from "./entry-holder.ts";
import "./form.ts";
import { platformDot } from "./list.ts";
import { kindName, providerName } from "./names.ts";
import "./tester.ts";
import { shimmer } from "./shimmer.ts";

/** Connects an account: what kind, its form, a test, and the address to paste at the provider. */
export class ChannelAdd extends EntryHolder {
  static override properties: PropertyDeclarations = {
    kindId: {},
    kinds: { state: true },
    done: { state: true },
  };
  static override styles = [
    HiloElement.styles,
    channelStyles,
    detailStyles,
    addressStyles,
    addStyles,
  ];
  /** "provider.platform", once chosen; it stands in the page's address. */
  declare kindId: string;
  declare kinds: readonly ChannelKind[] | "loading" | "failed";
  declare done: ChannelDetails | null;
  /** Kept over retries, so that one account is added once. */
  #entered = "";

  constructor() {
    super();
    this.kindId = "";
    this.kinds = "loading";
    this.done = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const kind = this.#kind();
    const known = changed.has("kindId") || changed.has("kinds");
    if (!known || !kind || this.#entered === this.kindId) return;
    this.#entered = this.kindId;
    this.begin(presetEntry(kind.fields, w[kind.platform]));
  }

  protected override render(): TemplateResult {
    const kind = this.#kind();
    return html`<div class="page">
      <a class="back" href="/channels">${icon("arrowLeft", 16)}${t.title}</a>
      <header><h1>${this.done ? t.connected : t.addTitle}</h1></header>
      ${this.done ? this.#finished(this.done, kind) : kind ? this.#form(kind) : this.#choice()}
    </div>`;
  }

  #kind(): ChannelKind | undefined {
    const { kinds, kindId } = this;
    return typeof kinds === "string" ? undefined : kinds.find((one) => idOf(one) === kindId);
  }

  #choice(): TemplateResult {
    const { kinds } = this;
    if (kinds === "loading") return shimmer(2);
    if (kinds === "failed")
      return html`<div class="card blank" role="alert">
        <p>${t.chooseFailed}</p>
        <button class="button" @click=${this.#load}>${w.retry}</button>
      </div>`;
    return html`<h2>${t.choose}</h2>
      <ul class="kinds">
        ${kinds.map(
          (one) => html`<li>
            <a class="card kind" href="/channels?add=${idOf(one)}">
              ${platformDot(one)}<span><b>${w[one.platform]}</b>${by(one)}</span>
            </a>
          </li>`,
        )}
      </ul>`;
  }

  #form(kind: ChannelKind): TemplateResult {
    const ask = () => this.#try(kind);
    return html`<div class="chosen">
        ${platformDot(kind)}<b>${kindName(kind)}</b>
        <a class="button plain" href="/channels?add">${t.change}</a>
      </div>
      <div class="parts">
        <section class="card">
          ${this.troubleLine()}
          <hilo-channel-form
            .fields=${kind.fields}
            .entry=${this.entry}
            .faults=${this.faults}
            @edit=${this.edited}
            @submit-entry=${() => this.#connect(kind)}
          ></hilo-channel-form>
        </section>
        ${
          kind.testable
            ? html`<section class="card"><h2>${t.test}</h2><hilo-channel-test .ask=${ask}></hilo-channel-test></section>`
            : ""
        }
        <p>
          <button class="button primary" aria-disabled=${this.busy} @click=${() => this.#connect(kind)}>
            ${this.busy ? t.connecting : t.connect}
          </button>
        </p>
      </div>`;
  }

  #finished(details: ChannelDetails, kind: ChannelKind | undefined): TemplateResult {
    const typed = typedCredentials(this.entry);
    return html`<section class="card done">
      <div class="chosen">${platformDot(details)}<b>${details.name}</b></div>
      <p>${details.platform === "webchat" ? t.connectedSite : t.connectedWhy}</p>
      ${webhookAddresses(details.webhooks, kind?.fields ?? [], typed)}
      ${newSecrets(kind?.fields ?? [], typed)}
      <p>${details.enabled ? t.tryIt : t.connectedOff}</p>
      <p class="acts"><a class="button primary" href="/channels/${details.id}">${t.toChannel}</a></p>
    </section>`;
  }

  async #load(): Promise<void> {
    this.kinds = "loading";
    try {
      this.kinds = await channelKinds();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      this.kinds = "failed";
    }
  }

  /** What the API is told; the form's own gaps are said first. */
  #complete({ fields }: ChannelKind): boolean {
    return this.passes(missingIn(this.entry, fields, []));
  }

  #account({ provider, platform }: ChannelKind) {
    const { address, settings } = this.entry;
    const filled = Object.entries(settings).filter(([, value]) => value.trim() !== "");
    const credentials = typedCredentials(this.entry);
    return { provider, platform, address, settings: Object.fromEntries(filled), credentials };
  }

  async #try(kind: ChannelKind) {
    if (!this.#complete(kind)) return null;
    try {
      return await tryChannel(this.#account(kind));
    } catch (error) {
      this.refused(error);
      throw error;
    }
  }

  async #connect(kind: ChannelKind): Promise<void> {
    if (this.busy || !this.#complete(kind)) return;
    this.busy = true;
    try {
      const { id } = await addChannel({ ...this.#account(kind), name: this.entry.name });
      this.done = await channelDetails(id);
    } catch (error) {
      this.refused(error);
    } finally {
      this.busy = false;
    }
  }
}

function idOf({ provider, platform }: { provider: Provider; platform: Platform }): string {
  return `${provider}.${platform}`;
}

function by({ provider, platform }: ChannelKind): TemplateResult | string {
  return provider === platform
    ? ""
    : html`<span class="quiet">${t.by(providerName(provider))}</span>`;
}

define("hilo-channel-add", ChannelAdd);
