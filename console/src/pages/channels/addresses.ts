import type { ChannelField, WebhookAddress } from "@hilo/schema";
import { css, html, type TemplateResult } from "lit";
import { t } from "../../text/channels.ts";
import { language } from "../../text/language.ts";
import { copy } from "../../ui/copy.ts";
import { icon } from "../../ui/icon.ts";

export const addressStyles = css`
  .addresses {
    display: grid;
    gap: 14px;
    margin-top: 10px;
  }
  .addresses .of {
    margin-bottom: 4px;
    font: 500 13px/18px var(--font);
  }
  .address {
    display: flex;
    align-items: flex-start;
    gap: 8px;
  }
  .address code {
    flex: 1;
    min-width: 0;
    padding: 7px 10px;
    border-radius: var(--radius-button);
    background: var(--sunken);
    font: 12px/18px var(--mono);
    overflow-wrap: anywhere;
    user-select: all;
  }
  .addresses .quiet {
    margin-top: 4px;
  }
`;

/**
 * The addresses to enter at the provider, each to copy. What `{name}` stands for in one is put in when it was just
 * typed; a stored one is not told again.
 */
export function webhookAddresses(
  addresses: readonly WebhookAddress[],
  fields: readonly ChannelField[],
  typed: Readonly<Record<string, string>>,
): TemplateResult {
  return html`<div class="addresses">${addresses.map((one) => address(one, fields, typed))}</div>`;
}

function address(
  { url, label, help }: WebhookAddress,
  fields: readonly ChannelField[],
  typed: Readonly<Record<string, string>>,
): TemplateResult {
  const whole = url.replace(/\{(\w+)\}/g, (all, name: string) => typed[name] || all);
  const left = [...whole.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const unknown = fields.filter(({ name }) => left.includes(name));
  return html`<div>
    ${copied(whole, label?.[language()])}
    ${unknown.map((field) => html`<p class="quiet">${t.placeholder(field.label[language()])}</p>`)}
    <p class="quiet">${help ? help[language()] : t.webhookHelp}</p>
  </div>`;
}

/**
 * The secrets of our own making that were just entered, to copy for the provider: this is the last time that they can
 * be seen.
 */
export function newSecrets(
  fields: readonly ChannelField[],
  typed: Readonly<Record<string, string>>,
): TemplateResult | string {
  const ours = fields.filter(({ invented, name }) => invented && typed[name]);
  if (ours.length === 0) return "";
  return html`<div class="addresses">
    ${ours.map((field) => copied(typed[field.name] ?? "", field.label[language()]))}
    <p class="quiet">${t.lastSeen}</p>
  </div>`;
}

function copied(text: string, label: string | undefined): TemplateResult {
  const name = label ? `${t.copy}: ${label}` : t.copy;
  return html`${label ? html`<p class="of">${label}</p>` : ""}
    <div class="address">
      <code>${text}</code>
      <button type="button" class="button" aria-label=${name} @click=${() => void copy(text, { done: t.copied, refused: t.notCopied })}>
        ${icon("copy", 16)}${t.copy}
      </button>
    </div>`;
}
