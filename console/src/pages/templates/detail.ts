import { html, nothing, type TemplateResult } from "lit";
import { channelOf } from "../../data/channels.ts";
import { headerPicture, type ListedTemplate } from "../../data/templates.ts";
import { t as e } from "../../text/template-editor.ts";
import { partWords, qualityWords, reasonWords } from "../../text/template-words.ts";
import { t } from "../../text/templates.ts";
import { w } from "../../text/words.ts";
import { icon } from "../../ui/icon.ts";
import type { IconName } from "../../ui/icons.ts";
import { providerSaid } from "../../ui/provider-said.ts";
import { tag } from "../../ui/tag.ts";
import { templatePreview } from "../../ui/template-preview.ts";
import { languageName, tones } from "./words.ts";

export type Act = "edit" | "duplicate" | "copyText" | "remove" | "submit";

type Detail = {
  template: ListedTemplate;
  values: Record<string, string>;
  mayWrite: boolean;
  submitting: boolean;
  act(what: Act): void;
  back(): void;
};

/** A template as it is: how the customer sees it, its state with the reason, and what can be done. */
export function detail({
  template,
  values,
  mayWrite,
  submitting,
  act,
  back,
}: Detail): TemplateResult {
  const { name, text, approved, used } = template;
  return html`<article class="detail" aria-label=${name}>
    <header class="pane-head">
      <button type="button" class="icon-button back" aria-label=${w.back} @click=${back}>
        ${icon("arrowLeft", 20)}
      </button>
      <h2>${name}</h2>
      ${approved ? tag(t[approved.status], tones[approved.status]) : nothing}
    </header>
    ${approved?.reason ? reason(approved.status, approved.reason, platformOf(template)) : nothing}
    ${approved?.unsendable ? html`<p class="notice">${t.unsendable(partWords(approved.unsendable))}</p>` : nothing}
    ${templatePreview({ ...approved, text }, values, headerPicture(approved?.header, values))} ${facts(template)}
    <p class="quiet">${t.used(used)}</p>
    <div class="acts">
      ${
        approved?.status === "draft" && mayWrite
          ? html`<button
              type="button"
              class="button primary"
              ?disabled=${submitting}
              @click=${() => act("submit")}
            >
              ${icon("send", 16)}<span>${submitting ? t.submitting : t.submit}</span>
            </button>`
          : nothing
      }
      ${button("copy", t.copyText, () => act("copyText"))}
      ${mayWrite ? writing(act) : nothing}
    </div>
  </article>`;
}

function writing(act: Detail["act"]): TemplateResult {
  return html`${button("compose", t.edit, () => act("edit"))}
  ${button("plus", t.duplicate, () => act("duplicate"))}
  ${button("trash", t.remove, () => act("remove"))}`;
}

function button(sign: IconName, words: string, press: () => void): TemplateResult {
  return html`<button type="button" class="button" @click=${press}>
    ${icon(sign, 16)}<span>${words}</span>
  </button>`;
}

function reason(status: string, why: string, platform: string): TemplateResult {
  const { words, said } = reasonWords(why, platform);
  return html`<p class="notice ${status === "rejected" ? "bad" : ""}">
    ${icon("alert", 16)}<span>${t.reason}: ${words} ${providerSaid(said)}</span>
  </p>`;
}

/** Whose approval it wants. */
function platformOf({ platforms: [platform] }: ListedTemplate): string {
  return platform ? w[platform] : "";
}

function facts(template: ListedTemplate): TemplateResult {
  const { category, platforms, approved } = template;
  const platform = platformOf(template);
  const rows: [string, string][] = [[t.category, category || t.noCategory]];
  if (!approved)
    rows.push([
      t.platform,
      platforms.length === 0 ? t.everywhere : platforms.map((one) => w[one]).join(", "),
    ]);
  if (approved) {
    rows.push(
      [t.channel, channelOf(approved.channelId)?.name ?? t.channelGone],
      [e.providerName(platform), approved.name],
      [t.language, languageName(approved.language)],
      [e.kind(platform), t[approved.category]],
    );
    if (approved.quality) rows.push([t.quality, qualityWords(approved.quality)]);
  }
  return html`<dl>
    ${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}
