import { html, nothing, type TemplateResult } from "lit";
import type { Shown } from "./live.ts";
import { link, richText } from "./rich-text.ts";
import type { Words } from "./words.ts";

type Part = TemplateResult | typeof nothing;

/** What a message says, beside its files. */
export function content(message: Shown, words: Words): Part {
  if (message.deletedAt !== undefined) return bubble(html`<em>${words.deleted}</em>`);
  const { text, kind, location, cards, options, attachments } = message;
  const parts: Part[] = [
    options?.header ? html`<strong>${options.header}</strong>\n` : nothing,
    text ? richText(text) : nothing,
    options?.footer ? html`\n<small>${options.footer}</small>` : nothing,
    location ? place(location, words) : nothing,
    ...(cards ?? []).map(
      ({ name, phones, emails }) => html`${[name, ...phones, ...emails].join("\n")}`,
    ),
  ];
  if (parts.some((part) => part !== nothing)) return bubble(html`${parts}`);
  const empty = attachments.length === 0 || kind === "unsupported";
  return empty ? bubble(html`<em>${words.unsupported}</em>`) : nothing;
}

function bubble(inside: TemplateResult): TemplateResult {
  return html`<div class="bubble" dir="auto">${inside}</div>`;
}

function place(
  { latitude, longitude, name, address }: NonNullable<Shown["location"]>,
  words: Words,
): TemplateResult {
  const at = `${latitude},${longitude}`;
  const url = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${at.replace(",", "/")}`;
  const told = [name, address].filter(Boolean).join("\n");
  return html`${told ? `${told}\n` : ""}${link(url, words.place)}`;
}

/** The beginning of the message that this one answers. */
export function quote({ replyTo, direction }: Shown, messages: readonly Shown[]): Part {
  if (!replyTo || direction === "inbound") return nothing;
  const found = messages.find(
    ({ id, externalId }) => id === replyTo.id || externalId === replyTo.externalId,
  );
  return found?.text ? html`<div class="quote" dir="auto">${found.text}</div>` : nothing;
}
