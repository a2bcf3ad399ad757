import type { ContactCard } from "@hilo/schema";
import type { BotCall } from "./bot.ts";

/** One card with a phone goes as a contact; several, or one without a phone, as a vCard file (RFC 6350). */
export function contactCall(base: BotCall["params"], cards: readonly ContactCard[]): BotCall {
  const [card, ...others] = cards;
  const [phone] = card?.phones ?? [];
  if (!card || !phone || others.length > 0) return { ...fileOf(cards), params: base };
  const [first_name = "", ...rest] = card.name.trim().split(/\s+/);
  const params = { ...base, phone_number: phone, first_name: first_name || phone };
  const last_name = rest.join(" ");
  const vcard = vcardOf(card);
  return {
    method: "sendContact",
    params: {
      ...params,
      ...(last_name ? { last_name } : {}),
      // Telegram takes 2,048 bytes; the card is worth sending without what does not fit.
      ...(Buffer.byteLength(vcard) <= 2048 ? { vcard } : {}),
    },
  };
}

function fileOf(cards: readonly ContactCard[]): Omit<BotCall, "params"> {
  const bytes = Buffer.from(cards.map(vcardOf).join(""));
  const name = cards.length === 1 ? "contact.vcf" : "contacts.vcf";
  const file = { url: "", type: "text/vcard", name, size: bytes.length, read: async () => bytes };
  return { method: "sendDocument", upload: { name: "document", file } };
}

function vcardOf({ name, phones, emails, organization }: ContactCard): string {
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `FN:${escaped(name)}`,
    `N:;${escaped(name)};;;`,
    ...phones.map((phone) => `TEL:${escaped(phone)}`),
    ...emails.map((email) => `EMAIL:${escaped(email)}`),
    ...(organization ? [`ORG:${escaped(organization)}`] : []),
    "END:VCARD",
  ];
  return lines.map((line) => `${line}\r\n`).join("");
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, "\\$&").replace(/\r?\n/g, "\\n");
}
