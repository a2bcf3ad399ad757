import type { KeptFile } from "./device.ts";
import type { DraftMail, Forwarding } from "./draft-mail.ts";
import type { Addressee, Draft, DraftFile, Picked } from "./draft-store.ts";
import type { Enclosure, Letter } from "./letter.ts";

/** A letter without the bytes of its files, which are kept beside it. */
export function closed(letter: Letter): Letter {
  if (!letter.enclosures) return letter;
  const enclosures = letter.enclosures.map((one) =>
    one.local ? { ...one, local: { ...one.local, file: new Blob() } } : one,
  );
  return { ...letter, enclosures };
}

/** The letter with the bytes that were kept beside it. */
export function opened(letter: Letter, files: readonly KeptFile[]): Letter {
  if (!letter.enclosures) return letter;
  return { ...letter, enclosures: letter.enclosures.map((one) => withBytes(one, files)) };
}

function withBytes(one: Enclosure, files: readonly KeptFile[]): Enclosure {
  const found = files.find(({ id }) => id === one.id);
  if (!one.local || !found) return one;
  return { ...one, local: { ...one.local, file: found.bytes } };
}

/** The files of a letter that are on this device only. */
export function filesOf({ message, enclosures = [] }: Letter): KeptFile[] {
  return enclosures.flatMap(({ id, name, type, local }) => {
    if (!local) return [];
    const { file, channelId } = local;
    return [{ of: message.id, id, name, type, bytes: file, channelId }];
  });
}

/** Whether what was found is a letter: another version of the console may have kept it. */
export function isLetter(value: unknown): value is Letter {
  if (!isObject(value) || !isObject(value.message) || !isObject(value.body)) return false;
  const { message } = value;
  return (
    typeof value.conversationId === "string" &&
    (value.to === "sendMessage" || value.to === "addNote") &&
    typeof message.id === "string" &&
    typeof message.providerAt === "number" &&
    Array.isArray(message.attachments)
  );
}

/** What was found as a draft under its key, when it is one. */
export function draftAt(key: string, value: unknown): [key: string, draft: Draft][] {
  if (!isObject(value) || typeof value.text !== "string") return [];
  const { text, replyTo, subject, mail, addressee, files, picked } = value;
  const quoted = typeof replyTo === "string" ? { replyTo } : {};
  const about = typeof subject === "string" ? { subject } : {};
  const letter = isObject(mail) ? { mail: mailIn(mail) } : {};
  const whom = isAddressee(addressee) ? { addressee } : {};
  const along = Array.isArray(files) ? { files: files.filter(isDraftFile) } : {};
  const mentioned = Array.isArray(picked) ? { picked: picked.filter(isPicked) } : {};
  const all = { ...quoted, ...about, ...letter, ...whom, ...along, ...mentioned };
  return [[key, { text, ...all }]];
}

function isDraftFile(value: unknown): value is DraftFile {
  return isObject(value) && typeof value.id === "string" && typeof value.caption === "string";
}

function mailIn({ cc, bcc, html, pictures, all, forwards }: Record<string, unknown>): DraftMail {
  return {
    ...(isTexts(cc) ? { cc } : {}),
    ...(isTexts(bcc) ? { bcc } : {}),
    ...(typeof html === "string" ? { html } : {}),
    ...(isTexts(pictures) ? { pictures } : {}),
    ...(all === true ? { all } : {}),
    ...(isForwarding(forwards) ? { forwards } : {}),
  };
}

function isForwarding(value: unknown): value is Forwarding {
  if (!isObject(value) || typeof value.at !== "number" || !isTexts(value.files)) return false;
  return ["conversationId", "messageId", "name", "text"].every(
    (field) => typeof value[field] === "string",
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isPicked(value: unknown): value is Picked {
  if (!isObject(value)) return false;
  const { id, name, at } = value;
  return typeof id === "string" && typeof name === "string" && typeof at === "number";
}

function isAddressee(value: unknown): value is Addressee {
  if (!isObject(value)) return false;
  return ["id", "channelId", "to", "name"].every((field) => typeof value[field] === "string");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
