import type { UploadedFile } from "@hilo/schema";
import { mediaKindOf } from "@hilo/schema/capabilities";
import { ApiProblem } from "./api.ts";
import type { Enclosure, Letter } from "./letter.ts";
import { fileOf, uploadOnce } from "./uploads.ts";

/** The ids of its files are kept before it is handed over: the same letter may never go with others. */
export async function uploaded(
  letter: Letter,
  keep: (letter: Letter) => Promise<unknown>,
): Promise<Letter> {
  let now = letter;
  for (const one of letter.enclosures ?? []) {
    if (!one.local) continue;
    const { file: bytes, channelId } = one.local;
    if (bytes.size !== one.size) throw new ApiProblem("gone", 0, `${one.name} is lost.`);
    const file = await uploadOnce(one.id, fileOf(one.name, one.type, bytes), channelId).done;
    now = withFile(now, one, file);
    await keep(now);
  }
  return now;
}

function withFile(letter: Letter, before: Enclosure, file: UploadedFile): Letter {
  const enclosures = (letter.enclosures ?? []).map((one) => (one === before ? file : one));
  const body = { ...letter.body, attachments: enclosures.map(({ id }) => id) };
  // The bytes may be of another kind than the name told.
  const kind = mediaKindOf(file.type);
  const other = kind !== mediaKindOf(before.type) && letter.body.kind === mediaKindOf(before.type);
  return { ...letter, enclosures, body: renamed(other ? { ...body, kind } : body, before, file) };
}

/** A picture in an e-mail's text goes by its new name there, too. */
function renamed(body: Letter["body"], before: UploadedFile, file: UploadedFile): Letter["body"] {
  const { mail } = body;
  if (!mail?.html) return body;
  const html = mail.html.replaceAll(`"cid:${before.id}"`, `"cid:${file.id}"`);
  return { ...body, mail: { ...mail, html } };
}
