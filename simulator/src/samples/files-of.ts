import type { Files, StoredFile } from "../phones/files.ts";
import type { Inbound, InboundFile } from "../phones/inbound.ts";
import type { Action, Kind } from "../phones/thread.ts";
import { sampleOf } from "./sample.ts";
import { makeVcard } from "./vcard.ts";

const withFile = new Set<Kind | Action>(["image", "video", "audio", "document", "sticker"]);

/** The files of a customer's message: those given, a contact's card, or a sample of the kind. Throws on an unknown id. */
export function filesOf(files: Files, message: Inbound): StoredFile[] {
  const given = message.files ?? (message.file ? [message.file] : []);
  if (given.length > 0) return given.map((file) => stored(files, file));
  if (message.kind === "contact") return [cardFile(files, message)];
  if (!withFile.has(message.kind)) return [];
  return Array.from({ length: message.samples }, () => files.save(sampleOf(message.kind)));
}

function stored(files: Files, file: InboundFile): StoredFile {
  if ("base64" in file) {
    return files.save({
      name: file.name,
      type: file.type,
      bytes: Buffer.from(file.base64, "base64"),
    });
  }
  const known = files.get(file.id);
  if (!known) throw new RangeError(`No file ${file.id}: upload it again`);
  return known;
}

function cardFile(files: Files, message: Inbound): StoredFile {
  const card = message.card ?? { name: "Ana Pérez", phone: "+56 9 5555 0101" };
  return files.save({ name: `${card.name}.vcf`, type: "text/vcard", bytes: makeVcard(card) });
}
