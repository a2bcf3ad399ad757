import type { ContactCard, Location, Referral } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { phone } from "../../../text/address.ts";
import { t } from "../../../text/thread.ts";
import { icon } from "../../../ui/icon.ts";
import { richText } from "../../../ui/rich-text.ts";
import { hrefOf } from "../../../ui/rich-text-parts.ts";
import { attachment } from "./attachment.ts";

/** What a message says and carries, whatever its kind. */
export function body(message: ThreadMessage, names: readonly string[]): TemplateResult {
  if (message.deletedAt !== undefined) return html`<span class="soft">${t.deleted}</span>`;
  if (message.kind === "unsupported") return line("info", t.unsupported);
  return html`
    ${message.forwarded ? line("reply", t.forwarded) : nothing}
    ${message.referral ? referral(message.referral) : nothing}
    ${shownFiles(message).map((file) => attachment(file, message.kind === "sticker"))}
    ${message.location ? place(message.location) : nothing}
    ${message.cards?.map(card) ?? nothing}
    ${message.kind === "call" ? line("phone", t.call) : nothing}
    ${message.choice ? line("check", t.chose) : nothing} ${words(message, names)}
  `;
}

/** A card's file says nothing that its card does not. */
function shownFiles({ attachments, cards }: ThreadMessage): ThreadMessage["attachments"] {
  return cards?.length ? attachments.filter(({ type }) => !/vcard/.test(type)) : attachments;
}

function words(message: ThreadMessage, names: readonly string[]) {
  const text = message.text === "" ? (message.choice?.title ?? "") : message.text;
  const repeated = message.location !== undefined && text === message.location.name;
  return text === "" || repeated ? nothing : html`<div class="text">${richText(text, names)}</div>`;
}

function line(name: Parameters<typeof icon>[0], text: string): TemplateResult {
  return html`<span class="soft">${icon(name, 14)}<span>${text}</span></span>`;
}

function place(location: Location): TemplateResult {
  const { latitude, longitude, name, address } = location;
  const at = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return html`<div class="card">
    ${icon("mapPin", 22)}
    <div>
      ${name ? html`<b>${name}</b>` : nothing}
      <span>${address ?? (name ? nothing : at)}</span>
      <a href=${map} target="_blank" rel="noopener noreferrer">${t.map}</a>
    </div>
  </div>`;
}

function card({ name, phones, emails, organization }: ContactCard): TemplateResult {
  return html`<div class="card">
    ${icon("user", 22)}
    <div>
      <b>${name}</b>
      ${organization ? html`<span>${organization}</span>` : nothing}
      ${phones.map((number) => html`<a href=${`tel:${number}`}>${phone(number) ?? number}</a>`)}
      ${emails.map((address) => html`<a href=${`mailto:${address}`}>${address}</a>`)}
    </div>
  </div>`;
}

function referral({ headline, body: text, url, sourceType }: Referral): TemplateResult {
  const href = url === undefined ? undefined : hrefOf(url);
  return html`<div class="card referral">
    <div>
      <small>${sourceType === "post" ? t.page : t.advertisement}</small>
      ${headline ? html`<b>${headline}</b>` : nothing}
      ${text ? html`<span>${text}</span>` : nothing}
      ${
        href
          ? html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${t.seeAd}</a>`
          : nothing
      }
    </div>
  </div>`;
}
