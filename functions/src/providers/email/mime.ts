import type { Attachment } from "postal-mime";
import { bare, type Letter, letterFrom } from "./letter.ts";
import type { LetterFile } from "./letter-file.ts";

/** Reads a mail in its own form (RFC 5322 and MIME). Throws when it is nested beyond reason. */
export async function readMime(raw: Uint8Array, envelope: string[]): Promise<Letter> {
  const { default: PostalMime } = await import("postal-mime");
  const { mendMail } = await import("./mend.ts");
  const mail = await PostalMime.parse(mendMail(raw), {
    forceRfc822Attachments: true,
    maxNestingDepth: 100,
  });
  return letterFrom({
    headers: mail.headers.map(({ key, value }) => ({ name: key, value })),
    text: mail.text ?? "",
    html: mail.html ?? "",
    files: mail.attachments.map(fileOf),
    envelope,
    raw,
  });
}

function fileOf({ filename, mimeType, content, contentId }: Attachment): LetterFile {
  const bytes =
    typeof content === "string" ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
  return {
    name: filename ?? "",
    type: mimeType,
    bytes,
    ...(contentId ? { contentId: bare(contentId) } : {}),
  };
}
