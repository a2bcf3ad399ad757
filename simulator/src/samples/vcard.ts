import type { Card } from "../phones/thread.ts";

/** A contact card, vCard 3.0 as WhatsApp writes it (RFC 2426). */
export function makeVcard({ name, phone, email }: Card): Buffer {
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `N:;${escaped(name)};;;`,
    `FN:${escaped(name)}`,
    ...(phone
      ? [`TEL;type=CELL;type=VOICE;waid=${phone.replace(/\D/g, "")}:${escaped(phone)}`]
      : []),
    ...(email ? [`EMAIL;type=INTERNET:${escaped(email)}`] : []),
    "END:VCARD",
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n`);
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");
}
