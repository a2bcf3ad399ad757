import * as z from "zod";
import type { RawRequest } from "../adapter.ts";
import { type Form, readForm } from "./form.ts";
import { headersIn, withFallbacks } from "./headers.ts";
import { bare, type Letter, letterFrom } from "./letter.ts";
import type { LetterFile } from "./letter-file.ts";
import { readMime } from "./mime.ts";
import { jsonOf } from "./wire.ts";

const Envelope = z.looseObject({ to: z.array(z.string()).optional().catch(undefined) }).catch({});
const Charsets = z.record(z.string(), z.string()).catch({});
const FileInfo = z.looseObject({
  filename: z.string().optional(),
  name: z.string().optional(),
  type: z.string().optional(),
  "content-id": z.string().optional(),
});
const FileInfos = z.record(z.string(), FileInfo).catch({});

/**
 * The mail of SendGrid's Inbound Parse: in fields, each in its own charset, or whole in `email`.
 * @see https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/setting-up-the-inbound-parse-webhook
 */
export async function readSendgrid(request: RawRequest): Promise<Letter> {
  const form = await readForm(request);
  const { to: envelope = [] } = Envelope.parse(jsonOf(form.text("envelope")));
  const verdicts = verdictsOf(form);
  const raw = rawOf(form);
  if (raw) return { ...(await readMime(raw, envelope)), verdicts };
  const charsets = Charsets.parse(jsonOf(form.text("charsets")));
  const field = (name: string) => form.text(name, charsets[name]);
  return letterFrom({
    headers: withFallbacks(headersIn(form.text("headers")), {
      from: field("from"),
      to: field("to"),
      cc: field("cc"),
      subject: field("subject"),
    }),
    text: field("text"),
    html: field("html"),
    files: filesOf(form),
    envelope,
    verdicts,
  });
}

/** DKIM comes as `{@ejemplo.cl : pass}`, for each domain that signed. */
function verdictsOf(form: Form): string[] {
  const signed = [...form.text("dkim").matchAll(/:\s*(\w+)\s*[,}]/g)];
  return [form.text("SPF"), ...signed.map(([, verdict = ""]) => verdict)];
}

/** Documented as `email`; seen as `rawEmail`. It may come as a field or as a file. */
function rawOf(form: Form): Buffer | undefined {
  const names = ["email", "rawEmail"];
  const field = names.map((name) => form.bytes(name)).find((bytes) => bytes !== undefined);
  return field ?? form.files.find((file) => names.includes(file.field))?.bytes;
}

function filesOf(form: Form): LetterFile[] {
  const infos = FileInfos.parse(jsonOf(form.text("attachment-info")));
  return form.files.map(({ field, name, type, bytes }) => {
    const info = infos[field];
    const contentId = info?.["content-id"];
    return {
      name: info?.filename ?? info?.name ?? name,
      type: info?.type ?? type,
      bytes,
      ...(contentId ? { contentId: bare(contentId) } : {}),
    };
  });
}
