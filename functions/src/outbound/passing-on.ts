import {
  Conversation,
  cut,
  isMailAddress,
  type Language,
  type Message,
  type SentMail,
  type UploadedFile,
} from "@hilo/schema";
import { accountFrom, type Connection, connectionOf } from "../channels/connections.ts";
import { messageIn } from "../conversations/early-changes.ts";
import { type Looking, seesIn } from "../conversations/seen.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { AppError } from "../platform/errors.ts";
import { read } from "../platform/firestore.ts";
import { linesAsHtml, textAsHtml } from "../platform/html-text.ts";
import { passedOn, safeHtml } from "../platform/safe-html.ts";
import { adapterOf } from "../providers/index.ts";
import { languageOf, zoneOf } from "../settings/settings.ts";
import { texts } from "../texts/texts.ts";
import type { DraftMail } from "./draft-mail.ts";

type Reference = NonNullable<SentMail["forwards"]>;

/** Longest subject that is made of a text. */
const subjectLength = 70;

/**
 * A message of the workspace as it stands below a mail that passes it on: its head in the workspace's language, its
 * text and its HTML, and the files that may be sent. Throws `invalid` where there is nothing to pass on.
 */
export async function passOn(
  { workspaceId }: Connection,
  { conversationId, messageId }: Reference,
): Promise<Pick<DraftMail, "quoted" | "forwards" | "files" | "subject">> {
  const message = messageIn(await messageOf(workspaceId, conversationId, messageId).get());
  if (!message || !isPassable(message)) throw missing();
  if (message.attachments.some(({ state }) => state === "pending"))
    throw new AppError("conflict", "Its files are still on their way. Try again in a moment.");
  const place = await conversationsOf(workspaceId).doc(conversationId).get();
  const conversation = read(Conversation, place);
  if (!conversation) throw missing();
  const source = {
    message,
    conversation,
    from: await connectionOf(workspaceId, conversation.channelId),
  };
  const habits = { language: await languageOf(workspaceId), timeZone: await zoneOf(workspaceId) };
  const head = headOf(habits, source);
  const text = [message.text, message.mail?.quoted ?? ""].filter(Boolean).join("\n\n");
  const html = await htmlOf(message, text);
  return {
    quoted: [...head, "", text].join("\n").trimEnd(),
    forwards: { conversationId, messageId, html: `<p>${linesAsHtml(head.join("\n"))}</p>${html}` },
    files: filesOf(message),
    subject: subjectOf(habits, message),
  };
}

/** What is to be passed on out of a conversation that its sender does not see is as what is not there. */
export async function refuseUnseenSource(viewer: Looking, source: Reference | undefined) {
  if (source && !(await seesIn(viewer, source.conversationId))) throw missing();
}

/** What somebody said to somebody: no note, no line of the house's own, nothing that was taken back. */
function isPassable({ direction, kind, deletedAt }: Message): boolean {
  return /^(in|out)bound$/.test(direction) && kind !== "reaction" && deletedAt === undefined;
}

function missing(): AppError {
  const message = "The message to pass on is not there, or is none that can be passed on.";
  return new AppError("invalid", message, { details: [{ path: "mail.forwards", message }] });
}

/** In which language and time zone the workspace tells of a message. */
type Habits = { language: Language; timeZone: string };

type Source = { message: Message; conversation: Conversation; from: Connection | undefined };

/** A title, and below it who, when, about what and to whom: what is known of them. */
function headOf({ language, timeZone }: Habits, source: Source): string[] {
  const said = texts[language].passedOn;
  const { message } = source;
  const when = new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone,
  });
  const [them, us] = [personIn(source), houseIn(source)];
  const isTheirs = message.direction === "inbound";
  const to = (message.mail?.to ?? []).map((one) => plain(source, one)).join(", ");
  const values = [
    [said.from, isTheirs ? (message.writer ?? them) : us],
    [said.date, when.format(message.providerAt)],
    [said.subject, message.mail?.subject],
    [said.to, to || (isTheirs ? us : them)],
    [said.cc, (message.mail?.cc ?? []).map((one) => plain(source, one)).join(", ")],
  ];
  const lines = values.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  return [`---------- ${said.title} ----------`, ...lines];
}

function personIn({ conversation: { contact, address } }: Source): string {
  return named(contact.name, address);
}

function houseIn({ message, from }: Source): string {
  const { name = "", address = "" } = from?.channel ?? {};
  return named(message.direction === "outbound" ? message.author.name || name : name, address);
}

/** A name with an address or a phone; what only a provider can read is left out. */
function named(name: string, address: string): string {
  const isReadable = isMailAddress(address) || /^\+\d+$/.test(address);
  if (!isReadable) return name;
  return name === "" || name === address ? address : `${name} <${address}>`;
}

/** Our own address without what proves an answer to belong to the conversation: it is no stranger's to know. */
function plain({ from }: Source, address: string): string {
  if (!from) return address;
  const owns = adapterOf(from.channel.provider)?.owns?.(accountFrom(from), address);
  return owns ? from.channel.address : address;
}

/** Its HTML with its pictures by the ids of their files, else its text. */
async function htmlOf({ mail, attachments }: Message, text: string): Promise<string> {
  const html = (mail?.html ?? "") + (mail?.forwards?.html ?? "");
  if (html === "") return textAsHtml(text);
  const ready = attachments.filter(({ state }) => state === "ready");
  return safeHtml(html, passedOn, (tag, { src = "", ...others }) => {
    if (tag !== "img") return others;
    const id = unescaped(src.slice("cid:".length));
    const file = ready.find(({ contentId }) => contentId === id);
    return file ? { ...others, src: `cid:${file.id}` } : {};
  });
}

/** A Content-ID as an address writes it (RFC 2392, 2). */
function unescaped(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** What is held back, or never came, goes to nobody. */
function filesOf({ attachments }: Message): UploadedFile[] {
  return attachments
    .filter(({ state }) => state === "ready")
    .map(({ id, name, type, size }) => ({ id, name, type, size: size ?? 0 }));
}

function subjectOf({ language }: Pick<Habits, "language">, { mail, text }: Message): string {
  const subject = mail?.subject.trim() || cut(text.trim().split("\n")[0] ?? "", subjectLength);
  const { prefix, title } = texts[language].passedOn;
  if (!subject) return title;
  return /^(fwd?|rv|tr|wg|enc)\s*:/i.test(subject) ? subject : `${prefix} ${subject}`;
}
