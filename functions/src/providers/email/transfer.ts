/** How a body is written down: what a label means, however it is spelt. */
export type Transfer = "base64" | "quoted-printable" | "";

export function transferOf(label: string): Transfer {
  if (/base.?64/i.test(label)) return "base64";
  return /quoted.?printable|^\s*qp\b/i.test(label) ? "quoted-printable" : "";
}

export function decodeTransfer(body: Buffer, transfer: Transfer): Buffer {
  if (transfer === "base64") return fromBase64(body);
  return transfer === "" ? body : fromQuotedPrintable(body);
}

/** Lines that are no base64 are text, such as the footer that a list put below, or a body that is only called so. */
function fromBase64(body: Buffer): Buffer {
  const written = body.toString("latin1");
  const at = textIn(written);
  return Buffer.concat([
    ...pieces(written.slice(0, at)).map((piece) => Buffer.from(piece, "base64")),
    Buffer.from(written.slice(at), "latin1"),
  ]);
}

/** Programs that write one piece behind another end each by itself; more than a few of them are no mail. */
function pieces(written: string): string[] {
  const all = written.match(/[^=]+=*/g) ?? [];
  return all.length > mostPieces ? [written] : all;
}

const mostPieces = 1000;

/** Where the first line begins that is none of base64: it has spaces between words, or other characters. */
function textIn(written: string): number {
  const odd = /[^A-Za-z0-9+/=\s]|[A-Za-z0-9+/=][ \t]+[A-Za-z0-9+/=]/.exec(written);
  return odd ? written.lastIndexOf("\n", odd.index) + 1 : written.length;
}

/** RFC 2045, 6.7; what is no code stays as it is. */
function fromQuotedPrintable(body: Buffer): Buffer {
  const written = body
    .toString("latin1")
    .replace(/=[ \t]{0,100}(?:\r{0,9}\n|$)/g, "")
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return Buffer.from(written, "latin1");
}
