import type { Carries, Message } from "@hilo/schema";
import { accountFrom, type Connection, connectionOf } from "../channels/connections.ts";
import { messageIn } from "../conversations/early-changes.ts";
import { messageOf } from "../conversations/store.ts";
import { db } from "../platform/firestore.ts";
import { type OutboundFile, type OutboundMessage, ProviderError } from "../providers/adapter.ts";
import { lookUp } from "./mail-recipients.ts";
import { stopUrlFor } from "./mail-stop.ts";
import { fileFor, whyFor } from "./mail-words.ts";
import { outgoingFile } from "./outgoing-file.ts";
import type { Sending } from "./sending.ts";

/** What mailboxes take, with room for the words; what is more is named only. */
const mostFiles = 10;
const mostBytes = 15_000_000;

/** The mail that carries what somebody did not see; throws ProviderError when it is wanted no more. */
export async function unseenLetter(
  sending: Sending,
  carries: Carries,
  mailbox: Connection,
): Promise<OutboundMessage> {
  const { workspaceId, conversationId, messageId, message, conversation } = sending;
  const { channelId, to, language } = carries;
  const { wanted } = await lookUp({ workspaceId, channelId, address: to });
  if (!wanted) throw new ProviderError("refused", "optedOut", "The person wants no more mails");
  const carried = await carriedBy(sending, carries);
  if (carried.length === 0) throw new ProviderError("refused", "gone", "Its messages were deleted");
  const chat = await connectionOf(workspaceId, conversation.channelId);
  const { platform, webhook, settings, address: from } = accountFrom(mailbox);
  const place = { workspaceId, conversationId, messageId, channelId };
  const stopUrl = stopUrlFor({ workspaceId, channelId, conversationId, address: to });
  const files = filesOf(workspaceId, carried);
  const references = message.mail?.references ?? [];
  const inReplyTo = references.at(-1);
  const people = carried.filter(({ author }) => author.type === "member");
  return {
    ...place,
    platform,
    from,
    to,
    kind: "text",
    text: textOf(carried, files, language),
    files,
    mail: {
      subject: message.mail?.subject ?? "",
      references,
      ...(inReplyTo ? { inReplyTo } : {}),
    },
    unseen: { why: whyFor((chat ?? mailbox).channel, language, stopUrl), stopUrl },
    webhook,
    settings,
    author: carried.at(-1)?.author.name ?? "",
    ...(people.length > 0 ? {} : { automatic: true }),
  };
}

async function carriedBy({ workspaceId, conversationId }: Sending, { messageIds }: Carries) {
  const refs = messageIds.map((id) => messageOf(workspaceId, conversationId, id));
  const found = (await db().getAll(...refs)).flatMap((doc) => messageIn(doc) ?? []);
  return found.filter(({ deletedAt }) => deletedAt === undefined);
}

function filesOf(workspaceId: string, carried: readonly Message[]): OutboundFile[] {
  let left = mostBytes;
  const ready = carried.flatMap(({ attachments }) =>
    attachments.filter(({ state }) => state === "ready"),
  );
  const fit = ready.filter(({ size }) => {
    const fits = size !== null && size <= left;
    if (fits) left -= size;
    return fits;
  });
  return fit
    .slice(0, mostFiles)
    .map(({ contentId: _, ...file }) => outgoingFile(workspaceId, file));
}

/** All of them, one below the other; where several people wrote, with their names. */
function textOf(
  carried: readonly Message[],
  files: readonly OutboundFile[],
  language: Carries["language"],
): string {
  const names = new Set(carried.map(({ author }) => author.name));
  const enclosed = new Set(files.map(({ name }) => name));
  const parts = carried.map((message) => {
    const missing = message.attachments.filter(({ name }) => !enclosed.has(name));
    const lines = [wordsOf(message), ...missing.map(({ name }) => fileFor(name, language))];
    const said = lines.filter(Boolean).join("\n");
    return names.size > 1 && said ? `${message.author.name}:\n${said}` : said;
  });
  const text = parts.filter(Boolean).join("\n\n");
  return text || files.map(({ name }) => name).join("\n");
}

function wordsOf({ text, options, location, cards = [] }: Message): string {
  const choices = [...(options?.buttons ?? []), ...(options?.list?.rows ?? [])];
  const lines = [
    options?.header ?? "",
    text,
    ...choices.map((one) => `– ${one.title}${"url" in one && one.url ? ` ${one.url}` : ""}`),
    options?.footer ?? "",
    location ? placeOf(location) : "",
    ...cards.map(({ name, phones, emails }) => [name, ...phones, ...emails].join("\n")),
  ];
  return lines.filter(Boolean).join("\n");
}

function placeOf({ latitude, longitude, name, address }: NonNullable<Message["location"]>): string {
  const url = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return [name, address, url].filter(Boolean).join("\n");
}
