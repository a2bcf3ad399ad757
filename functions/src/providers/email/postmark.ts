import * as z from "zod";
import { firstOf, type Header, withFallbacks } from "./headers.ts";
import { bare, type Letter, letterFrom } from "./letter.ts";
import { readMime } from "./mime.ts";

const text = z.string().optional().catch(undefined);

const File = z.looseObject({
  Name: text,
  Content: text,
  /** What Postmark's own test payload calls it. */
  Data: text,
  ContentType: text,
  ContentID: text,
});

/** @see https://postmarkapp.com/developer/webhooks/inbound-webhook */
export const PostmarkMail = z.looseObject({
  From: z.string(),
  FromName: text,
  To: text,
  Cc: text,
  ReplyTo: text,
  OriginalRecipient: text,
  Subject: text,
  Date: text,
  TextBody: text,
  HtmlBody: text,
  /** The whole mail, when the server is set to include it. */
  RawEmail: text,
  Headers: z.array(z.looseObject({ Name: z.string(), Value: z.string() })).catch([]),
  Attachments: z.array(File).catch([]),
});
export type PostmarkMail = z.infer<typeof PostmarkMail>;

/** The mail of Postmark's inbound webhook. Its `MessageID` is Postmark's own: the mail's stands in the headers. */
export async function readPostmark(mail: PostmarkMail): Promise<Letter> {
  const envelope = mail.OriginalRecipient ? [mail.OriginalRecipient] : [];
  const headers = mail.Headers.map(({ Name, Value }) => ({
    name: Name.toLowerCase(),
    value: Value,
  }));
  // The parts of a report, and of what Postmark could not take apart, are only sure to be in the mail itself.
  const isReport = /multipart\/report/i.test(firstOf(headers, "content-type"));
  if (mail.RawEmail && (isReport || isEmpty(mail)))
    return {
      ...(await readMime(Buffer.from(mail.RawEmail), envelope)),
      verdicts: verdictsOf(headers),
    };
  return letterFrom({
    headers: withFallbacks(headers, {
      from: mail.FromName ? `${quoted(mail.FromName)} <${bare(mail.From)}>` : mail.From,
      to: mail.To,
      cc: mail.Cc,
      "reply-to": mail.ReplyTo,
      subject: mail.Subject,
      date: mail.Date,
    }),
    text: mail.TextBody ?? "",
    html: mail.HtmlBody ?? "",
    files: mail.Attachments.map(fileOf),
    envelope,
    verdicts: verdictsOf(headers),
  });
}

function isEmpty({ TextBody = "", HtmlBody = "", Attachments }: PostmarkMail): boolean {
  return `${TextBody}${HtmlBody}`.trim() === "" && Attachments.length === 0;
}

/** `Pass (sender SPF authorized)`, and the names of SpamAssassin's tests. */
function verdictsOf(headers: readonly Header[]): string[] {
  const [spf = ""] = firstOf(headers, "received-spf").split(" ");
  const signed = firstOf(headers, "x-spam-tests").split(",").includes("DKIM_VALID");
  return signed ? [spf, "pass"] : [spf];
}

function quoted(name: string): string {
  return `"${name.replace(/["\\\r\n]/g, "")}"`;
}

function fileOf({ Name, Content, Data, ContentType, ContentID }: z.infer<typeof File>) {
  return {
    name: Name ?? "",
    type: ContentType ?? "application/octet-stream",
    bytes: Buffer.from(Content ?? Data ?? "", "base64"),
    ...(ContentID ? { contentId: bare(ContentID) } : {}),
  };
}
