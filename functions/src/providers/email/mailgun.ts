import * as z from "zod";
import type { RawRequest } from "../adapter.ts";
import { type Form, readForm } from "./form.ts";
import { allOf, type Header, withFallbacks } from "./headers.ts";
import { bare, type Letter, letterFrom } from "./letter.ts";
import type { LetterFile } from "./letter-file.ts";
import { readMime } from "./mime.ts";
import { jsonOf } from "./wire.ts";

const Headers = z.array(z.tuple([z.string(), z.string()]).rest(z.unknown())).catch([]);
const ContentIds = z.record(z.string(), z.string()).catch({});

/**
 * The mail of a Mailgun route: in fields, or whole in `body-mime` where the route's address ends in `mime`.
 * @see https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http
 */
export async function readMailgun(request: RawRequest): Promise<Letter> {
  const form = await readForm(request);
  const envelope = form
    .text("recipient")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  const raw = form.bytes("body-mime");
  if (raw) {
    const mail = await readMime(raw, envelope);
    return { ...mail, verdicts: verdictsOf(mail.headers) };
  }
  const headers = headersOf(form);
  return letterFrom({
    headers: withFallbacks(headers, {
      from: form.text("from") || form.text("sender"),
      to: form.text("To") || form.text("recipient"),
      cc: form.text("Cc"),
      subject: form.text("subject"),
      "message-id": form.text("Message-Id"),
    }),
    text: form.text("body-plain"),
    html: form.text("body-html"),
    files: filesOf(form),
    envelope,
    verdicts: verdictsOf(headers),
  });
}

function headersOf(form: Form): Header[] {
  const pairs = Headers.parse(jsonOf(form.text("message-headers")));
  return pairs.map(([name, value]) => ({ name: name.toLowerCase(), value }));
}

/** Mailgun writes what it found into headers of its own. */
function verdictsOf(headers: readonly Header[]): string[] {
  return ["x-mailgun-spf", "x-mailgun-dkim-check-result"].flatMap((name) => allOf(headers, name));
}

function filesOf(form: Form): LetterFile[] {
  const ids = ContentIds.parse(jsonOf(form.text("content-id-map")));
  const byField = new Map(Object.entries(ids).map(([id, field]) => [field, bare(id)]));
  return form.files.map(({ field, name, type, bytes }) => {
    const contentId = byField.get(field);
    return { name, type, bytes, ...(contentId ? { contentId } : {}) };
  });
}
