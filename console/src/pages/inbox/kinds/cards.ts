import type { ContactCard, Location, Referral } from "@hilo/schema";
import { css, html, nothing, type TemplateResult } from "lit";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { phone } from "../../../text/address.ts";
import { t } from "../../../text/kinds.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { icon } from "../../../ui/icon.ts";
import { hrefOf } from "../../../ui/rich-text-parts.ts";

/** Places, people and advertisements inside a message. */
export class Cards extends HiloElement {
  static override properties = { message: { attribute: false } };
  declare message: ThreadMessage | undefined;

  constructor() {
    super();
    this.message = undefined;
  }

  protected override render(): TemplateResult {
    const { location, cards, referral } = this.message ?? {};
    return html`
      ${referral ? advertisement(referral) : nothing} ${location ? place(location) : nothing}
      ${cards?.map(card) ?? nothing}
    `;
  }

  static override styles = [
    HiloElement.styles,
    css`
      :host {
        display: grid;
        gap: 8px;
        color: inherit;
      }
      a {
        color: inherit;
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      .card {
        display: flex;
        gap: 10px;
        min-width: 200px;
      }
      .card > div {
        display: grid;
        gap: 2px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      b {
        font-weight: 600;
      }
      span,
      small {
        font: var(--small);
        opacity: 0.9;
      }
      .referral {
        padding: 8px 10px;
        border-inline-start: 3px solid var(--accent);
        border-radius: 6px;
        background: color-mix(in srgb, currentcolor 6%, transparent);
      }
    `,
  ];
}

function place({ latitude, longitude, name, address }: Location): TemplateResult {
  const at = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return html`<div class="card">
    ${icon("mapPin", 22)}
    <div>
      ${name ? html`<b dir="auto">${name}</b>` : nothing}
      <span>${address ?? (name ? nothing : at)}</span>
      <a href=${map} target="_blank" rel="noopener noreferrer">${t.map}</a>
    </div>
  </div>`;
}

function card({ name, phones, emails, organization }: ContactCard): TemplateResult {
  return html`<div class="card">
    ${icon("user", 22)}
    <div>
      <b dir="auto">${name}</b>
      ${organization ? html`<span>${organization}</span>` : nothing}
      ${phones.map((number) => html`<a href=${`tel:${number}`}>${phone(number) ?? number}</a>`)}
      ${emails.map((address) => html`<a href=${`mailto:${address}`}>${address}</a>`)}
    </div>
  </div>`;
}

function advertisement({ headline, body, url, sourceType }: Referral): TemplateResult {
  const href = url === undefined ? undefined : hrefOf(url);
  return html`<div class="card referral">
    <div>
      <small>${sourceType === "post" ? t.page : t.advertisement}</small>
      ${headline ? html`<b dir="auto">${headline}</b>` : nothing} ${body ? html`<span dir="auto">${body}</span>` : nothing}
      ${
        href
          ? html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${t.seeAd}</a>`
          : nothing
      }
    </div>
  </div>`;
}

define("hilo-cards", Cards);
