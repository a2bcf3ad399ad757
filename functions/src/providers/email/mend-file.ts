import type { Field } from "./mend-head.ts";
import type { Mended } from "./mend-text.ts";
import type { ContentType } from "./mend-type.ts";
import { decodeTransfer, transferOf } from "./transfer.ts";

/**
 * A file with one Content-Type, in base64 and on one line: whoever reads a mail spends a time on each of its lines, and a
 * file may be made of millions of them. The lines of one that is written as it is end as they do outside mails.
 */
export function mendFile(
  fields: readonly Field[],
  { type, parameters }: ContentType,
  body: Buffer,
): Mended {
  const told = fields.findLast(({ name }) => name === "content-transfer-encoding")?.value ?? "";
  const others = fields.filter(({ name }) => !/^content-(?:type|transfer-encoding)$/.test(name));
  return {
    fields: [
      ...others,
      { name: "content-type", value: type + parameters },
      { name: "content-transfer-encoding", value: "base64" },
    ],
    body: inBase64(body, told),
  };
}

function inBase64(body: Buffer, label: string): Buffer {
  const transfer = transferOf(label);
  if (transfer === "base64") return Buffer.from(body.filter(isNoBreak));
  const lines = Buffer.from(body.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  return Buffer.from(decodeTransfer(lines, transfer).toString("base64"));
}

function isNoBreak(byte: number): boolean {
  return byte !== 0x0a && byte !== 0x0d;
}
