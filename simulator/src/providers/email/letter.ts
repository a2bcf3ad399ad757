import type { StoredFile } from "../../phones/files.ts";

/** A mail to the business, before a service puts it into its own form. */
export type Letter = {
  /** Without brackets, as all ids here. */
  messageId: string;
  from: { name: string; address: string };
  to: string;
  cc?: string[];
  subject: string;
  text: string;
  html: string;
  /** Further header lines. */
  headers: [name: string, value: string][];
  files: { file: StoredFile; contentId?: string }[];
};

/** Every header line of a mail, in its order. */
export function headersOf(letter: Letter): [name: string, value: string][] {
  return [
    ["Received", "from mail.ejemplo.cl by mx.simulator.test"],
    ["From", `${encoded(letter.from.name)} <${letter.from.address}>`],
    ["To", letter.to],
    ...(letter.cc?.length ? [["Cc", letter.cc.join(", ")] as [string, string]] : []),
    ["Subject", encoded(letter.subject)],
    ["Message-ID", `<${letter.messageId}>`],
    ["Date", new Date().toUTCString().replace("GMT", "+0000")],
    ["MIME-Version", "1.0"],
    ...letter.headers,
  ];
}

/** RFC 2047, where a header is more than ASCII. */
function encoded(text: string): string {
  const plain = /^[\x20-\x7e]*$/.test(text);
  return plain ? text : `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`;
}
