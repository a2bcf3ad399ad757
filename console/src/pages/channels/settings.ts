import type { ChannelDetails, ChannelField, ChannelKind } from "@hilo/schema";
import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { ApiProblem } from "../../data/api.ts";
import {
  changeChannel,
  channelDetails,
  channelKinds,
  type StoredChannel,
  testChannel,
} from "../../data/channel-settings.ts";
import { changeSeen, seenFor } from "../../data/seen.ts";
import { t as c } from "../../text/changed.ts";
import { t } from "../../text/channels.ts";
import { language } from "../../text/language.ts";
import { problems } from "../../text/problems.ts";
import { w } from "../../text/words.ts";
import { askWhose } from "../../ui/ask-whose.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { toast } from "../../ui/toast.ts";
import { addressStyles, webhookAddresses } from "./addresses.ts";
import { channelStyles } from "./channels-styles.ts";
import { detailStyles } from "./detail-styles.ts";
import { changesIn, type Entry, missingIn, typedCredentials } from "./entry.ts";
import { EntryHolder } from "./entry-holder.ts";
import "./form.ts";
import "./tester.ts";
import { shimmer } from "./shimmer.ts";

type Loaded = { details: ChannelDetails; kind: ChannelKind | undefined };

/** A channel's form, its connection test, its addresses, and whether it sends. */
export class ChannelSettings extends EntryHolder {
  static override properties: PropertyDeclarations = {
    channel: { attribute: false },
    loaded: { state: true },
  };
  static override styles = [HiloElement.styles, channelStyles, detailStyles, addressStyles];
  declare channel: StoredChannel;
  declare loaded: Loaded | "loading" | "failed";

  constructor() {
    super();
    this.loaded = "loading";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("channel");
    if (changed.has("channel") && before?.id !== this.channel.id) void this.#load();
  }

  protected override render(): TemplateResult {
    const { loaded } = this;
    if (loaded === "loading") return shimmer(2);
    if (loaded === "failed")
      return html`<div class="card blank" role="alert">
        <p>${t.failed}</p>
        <button class="button" @click=${this.#load}>${w.retry}</button>
      </div>`;
    return html`<div class="columns">
      <section class="card"><h2>${t.connection}</h2>${this.#form(loaded)}</section>
      <div class="side">
        <section class="card"><h2>${t.test}</h2>${this.#test(loaded)}</section>
        <section class="card">
          <h2>${this.channel.platform === "webchat" ? t.onSite : t.webhook}</h2>
          ${webhookAddresses(loaded.details.webhooks, this.#fields(loaded), typedCredentials(this.entry))}
        </section>
        <section class="card switch">${this.#switch()}</section>
      </div>
    </div>`;
  }

  #fields({ kind }: Loaded): readonly ChannelField[] {
    return kind?.fields ?? [];
  }

  #form(loaded: Loaded): TemplateResult {
    return html`${this.troubleLine()}
      <hilo-channel-form
        .fields=${this.#fields(loaded)}
        .entry=${this.entry}
        .stored=${loaded.details.stored ?? []}
        .faults=${this.faults}
        @edit=${this.edited}
        @submit-entry=${this.#save}
      >
        <button class="button primary" aria-disabled=${this.busy} @click=${this.#save}>
          ${this.busy ? t.saving : t.save}
        </button>
      </hilo-channel-form>`;
  }

  #test({ details, kind }: Loaded): TemplateResult {
    if (kind && !kind.testable) return html`<p class="quiet">${t.noTest}</p>`;
    const ask = async () => {
      const { name: _, ...changes } = changesIn(this.entry, savedEntry(details));
      try {
        return await testChannel(details.id, changes);
      } catch (error) {
        this.refused(error);
        throw error;
      }
    };
    return html`<hilo-channel-test .ask=${ask}></hilo-channel-test>`;
  }

  #switch(): TemplateResult {
    const { enabled } = this.channel;
    return html`<h2>${t.sending}</h2>
      <p>${enabled ? t.enabledIs : t.disabledWhy}</p>
      <button class="button ${enabled ? "danger" : "primary"}" @click=${() => this.#enable(!enabled)}>
        ${enabled ? t.disable : t.enable}
      </button>`;
  }

  async #load(): Promise<void> {
    this.loaded = "loading";
    const { id } = this.channel;
    try {
      const [details, kinds] = await Promise.all([channelDetails(id), channelKinds()]);
      if (this.channel.id !== id) return;
      const { provider, platform } = details;
      const kind = kinds.find((one) => one.provider === provider && one.platform === platform);
      this.loaded = { details, kind };
      this.begin(savedEntry(details));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      this.loaded = "failed";
    }
  }

  async #save(): Promise<void> {
    const { loaded, entry } = this;
    if (this.busy || typeof loaded === "string") return;
    const changes = changesIn(entry, savedEntry(loaded.details));
    if (Object.keys(changes).length === 0) return toast({ text: t.nothingToSave });
    const missing = missingIn(entry, this.#fields(loaded), loaded.details.stored ?? []);
    if (!this.passes(missing)) return;
    this.busy = true;
    try {
      const { id } = loaded.details;
      const changed = await this.#change(loaded, changes);
      const details = changed ?? (await channelDetails(id));
      this.loaded = { ...loaded, details };
      // What was typed while it was being saved is not saved yet.
      if (this.entry === entry) {
        this.entry = savedEntry(details);
        this.formElement()?.settle();
      }
      toast({ text: changed ? t.saved : c.theirsKept });
    } catch (error) {
      this.refused(error);
    } finally {
      this.busy = false;
    }
  }

  /** Credentials are told to nobody, so that nobody can have seen them. */
  #change(
    loaded: Loaded,
    changes: ReturnType<typeof changesIn>,
  ): Promise<ChannelDetails | undefined> {
    const { credentials: _, ...told } = changes;
    const { details } = loaded;
    return changeSeen(
      changes,
      seenFor(told, savedEntry(details)),
      (body) => changeChannel(details.id, body),
      askWhose((field) => this.#nameOf(loaded, field)),
    );
  }

  #nameOf(loaded: Loaded, path: string): string {
    const name = path.slice(path.indexOf(".") + 1);
    const field = this.#fields(loaded).find((one) => one.name === name);
    return field?.label[language()] ?? t.name;
  }

  async #enable(enabled: boolean): Promise<void> {
    const { id } = this.channel;
    try {
      await changeChannel(id, { enabled, seen: { enabled: !enabled } });
      toast({
        text: enabled ? t.enabled : t.disabledDone,
        undo: () => void this.#enable(!enabled),
      });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast({ text: problems[error.code], tone: "bad" });
    }
  }
}

function savedEntry({ name, address, settings }: ChannelDetails): Entry {
  return { name, address, settings, credentials: {} };
}

define("hilo-channel-settings", ChannelSettings);
