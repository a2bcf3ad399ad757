import type { Contact, ListedConversation } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { channelOf } from "../../../data/channels.ts";
import { untold } from "../../../data/whole.ts";
import { phone, shownAddress } from "../../../text/address.ts";
import { t } from "../../../text/context.ts";
import { country, flag, list } from "../../../text/formats.ts";
import { languageName, monthAndYear } from "../../../text/month.ts";
import { nameOf } from "../../../text/who.ts";
import { w } from "../../../text/words.ts";
import { avatar } from "../../../ui/avatar.ts";
import { icon } from "../../../ui/icon.ts";
import { unproven } from "../../../ui/tag.ts";

/** Who it is, and since when we know each other. */
export function person(
  conversation: ListedConversation,
  contact: Contact | undefined,
): TemplateResult {
  const name = nameOf(conversation, contact);
  return html`<div class="person">
    ${avatar(name, conversation.id, conversation.platform, 56)}
    <h2 dir="auto">${name}</h2>
    ${doubt(contact, "name")}
    <p>${contact && contact.createdAt > untold ? t.since(monthAndYear(contact.createdAt.getTime())) : nothing}</p>
  </div>`;
}

/** On which of their channels this person asked for silence, or for no offers. */
export function optOut(all: readonly ListedConversation[]): TemplateResult {
  const silent = all.filter(({ optedOut }) => optedOut);
  const unoffered = all.filter(({ optedOut, noMarketing }) => noMarketing && !optedOut);
  return html`${notice(silent, t.optedOut)}${notice(unoffered, t.noOffers)}`;
}

function notice(all: readonly ListedConversation[], words: (channels: string) => string) {
  if (all.length === 0) return nothing;
  const names = [...new Set(all.map(({ platform }) => w[platform]))];
  return html`<p class="notice">${icon("ban", 16)}<span>${words(list(names))}</span></p>`;
}

/** What is known of the person, one line each. */
export function data(
  conversation: ListedConversation,
  contact: Contact | undefined,
): TemplateResult {
  const lines = linesOf(conversation, contact);
  if (lines.length === 0) return html`<p class="none">${t.noData}</p>`;
  return html`<dl>
    ${lines.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
  </dl>`;
}

/** Marks a name or an address that the person told and nobody has proved. */
function doubt(contact: Contact | undefined, what: string) {
  return contact?.unproven.includes(what) ? unproven() : "";
}

function linesOf(
  { platform, address, contact: known }: ListedConversation,
  contact: Contact | undefined,
): [string, string | TemplateResult][] {
  const shown = shownAddress(platform, address);
  const phones = contact?.phones.length ? contact.phones : [address];
  const mails = contact?.emails.length
    ? contact.emails
    : platform === "email" && shown
      ? [shown]
      : [];
  const code = contact?.country ?? known.country;
  const preferred = channelOf(contact?.preferredChannelId ?? "")?.platform;
  const lines: [string, string | TemplateResult][] = [];
  for (const number of phones) {
    const readable = phone(number);
    if (readable) lines.push([t.phone, readable]);
  }
  for (const mail of mails)
    lines.push([t.mail, html`<a href=${`mailto:${mail}`}>${mail}</a> ${doubt(contact, mail)}`]);
  if (code) lines.push([t.country, `${flag(code)} ${country(code)}`]);
  if (contact?.language) lines.push([t.language, languageName(contact.language)]);
  if (preferred) lines.push([t.prefers, w[preferred]]);
  return lines;
}
