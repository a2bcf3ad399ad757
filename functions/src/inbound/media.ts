import {
  type Attachment,
  aboutOf,
  Conversation,
  Message,
  mediaKindOf,
  mostCards,
} from "@hilo/schema";
import { accountFrom, connectionOf } from "../channels/connections.ts";
import { keptAs } from "../conversations/attachments.ts";
import { cardsIn } from "../conversations/cards.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { largestBytes, receiveFile } from "../files/files.ts";
import { DownloadError, download } from "../platform/download.ts";
import { AppError } from "../platform/errors.ts";
import { type DocumentReference, db, read } from "../platform/firestore.ts";
import { log } from "../platform/log.ts";
import { ProviderError } from "../providers/adapter.ts";
import { standInsFor } from "../providers/api-base.ts";
import { adapterOf } from "../providers/index.ts";

type Fetched = { attachment: Attachment; bytes?: Buffer };

/**
 * Fetches the files of a message that the provider still holds; a second run finds none pending. Keeps what came,
 * then throws when something did not, so that the task tries again; `last` gives up on it instead.
 */
export async function fetchMedia(
  workspaceId: string,
  conversationId: string,
  messageId: string,
  { last = false } = {},
): Promise<void> {
  const ref = messageOf(workspaceId, conversationId, messageId);
  const message = read(Message, await ref.get());
  const conversation = read(
    Conversation,
    await conversationsOf(workspaceId).doc(conversationId).get(),
  );
  if (!message || !conversation) return;
  const place = { workspaceId, conversationId };
  const fetched = await Promise.all(
    message.attachments.map((file) => fetchOne(place, conversation, file)),
  );
  const settled = ({ attachment, ...rest }: Fetched) => ({
    attachment: abandoned(attachment),
    ...rest,
  });
  await keep(ref, last ? fetched.map(settled) : fetched);
  const missing = fetched.some(({ attachment }) => isPending(attachment));
  if (missing && !last) throw new Error("Some files could not be reached");
}

/** Two tasks may run at once: only what is still pending is replaced. */
async function keep(ref: DocumentReference, fetched: readonly Fetched[]): Promise<void> {
  await db().runTransaction(async (transaction) => {
    const current = read(Message, await transaction.get(ref));
    const files = current?.attachments ?? [];
    const pending = new Set(files.filter(isPending).map((file) => file.id));
    const news = fetched.filter(({ attachment }) => pending.has(attachment.id));
    if (!current || news.length === 0) return;
    const found = new Map(news.map(({ attachment }) => [attachment.id, attachment]));
    const further = news.flatMap(({ attachment, bytes }) => cardsIn(attachment.type, bytes));
    const cards = [...(current.cards ?? []), ...further].slice(0, mostCards);
    transaction.update(ref, {
      attachments: files.map((file) => found.get(file.id) ?? file),
      ...(further.length > 0 ? { cards } : {}),
    });
  });
}

function isPending(file: Attachment): boolean {
  return file.state === "pending";
}

/** As it stands when nobody tries any more. */
export function abandoned(file: Attachment): Attachment {
  return isPending(file) ? { ...file, state: "failed", reason: "unreachable" } : file;
}

async function fetchOne(
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
  { provider, channelId, contactId }: Conversation,
  file: Attachment,
): Promise<Fetched> {
  if (!isPending(file) || !file.source) return { attachment: file };
  const connection = await connectionOf(workspaceId, channelId);
  const { media, apis } = adapterOf(provider) ?? {};
  if (!connection?.credentials || !media) return { attachment: file };
  try {
    const request = await media(file.source, connection.credentials, accountFrom(connection));
    const { bytes, type } = await download(
      request,
      { maxBytes: largestBytes },
      { bases: standInsFor(apis) },
    );
    const saved = await receiveFile(workspaceId, {
      bytes,
      name: file.name || nameFor(file.type),
      type: file.type || type,
      by: conversationId,
      about: aboutOf(contactId),
      id: file.id,
    });
    return { attachment: keptAs(saved), bytes };
  } catch (error) {
    return { attachment: failed(file, error) };
  }
}

/** Refused, or not to be had; still pending when it may be had later. Its source stays: somebody may ask again. */
function failed(file: Attachment, error: unknown): Attachment {
  log.warn("media.notFetched", { attachmentId: file.id, error });
  if (error instanceof AppError) return { ...file, state: "refused", reason: error.code };
  // The provider was asked where the file is, and said no.
  if (error instanceof ProviderError && error.kind === "refused")
    return { ...file, state: "failed", reason: "missing" };
  if (!(error instanceof DownloadError) || error.reason === "unreachable") return file;
  const state = error.reason === "missing" ? "failed" : "refused";
  return { ...file, state, reason: error.reason };
}

/** Where nobody named it; its ending comes from its bytes. */
function nameFor(type: string): string {
  const kind = mediaKindOf(type);
  return kind === "document" ? "file" : kind;
}
