import { type Attachment, Conversation, Message } from "@hilo/schema";
import { channelOf } from "../channels/index.ts";
import { connectionOf } from "../connections/connections.ts";
import { saveFile } from "../files/files.ts";
import { DownloadError, download } from "../platform/download.ts";
import { AppError } from "../platform/errors.ts";
import { db, read } from "../platform/firestore.ts";
import { log } from "../platform/log.ts";
import { cardsIn } from "./cards.ts";
import { conversationsOf, messageOf } from "./store.ts";

/** Largest file taken in, in bytes. */
const maxBytes = 25 * 1024 * 1024;

type Fetched = { attachment: Attachment; bytes?: Buffer };

/** Fetches the files of a message that the provider still holds; a second run finds none pending. */
export async function fetchMedia(
  workspaceId: string,
  conversationId: string,
  messageId: string,
): Promise<void> {
  const ref = messageOf(workspaceId, conversationId, messageId);
  const message = read(Message, await ref.get());
  const conversation = read(
    Conversation,
    await conversationsOf(workspaceId).doc(conversationId).get(),
  );
  if (!message || !conversation) return;
  const fetched = await Promise.all(
    message.attachments.map((file) =>
      fetchOne({ workspaceId, conversationId }, conversation, file),
    ),
  );
  const cards = fetched.flatMap(({ attachment, bytes }) => cardsIn(attachment.type, bytes));
  await db().runTransaction(async (transaction) => {
    const current = read(Message, await transaction.get(ref));
    if (!current?.attachments.some((file) => file.state === "pending")) return;
    transaction.update(ref, {
      attachments: fetched.map(({ attachment }) => attachment),
      ...(cards.length > 0 ? { cards } : {}),
    });
  });
}

async function fetchOne(
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
  { provider, channelId }: Conversation,
  file: Attachment,
): Promise<Fetched> {
  if (file.state !== "pending" || !file.source) return { attachment: file };
  const connection = await connectionOf(workspaceId, channelId);
  const media = channelOf(provider)?.media;
  if (!connection?.credentials || !media) throw new Error("The channel has no credentials");
  try {
    const { bytes, type } = await download(media(file.source, connection.credentials), {
      maxBytes,
    });
    const saved = await saveFile(workspaceId, {
      bytes,
      name: file.name || nameFor(file.type),
      type: file.type || type,
      by: conversationId,
      id: file.id,
    });
    return { attachment: { ...saved, state: "ready" }, bytes };
  } catch (error) {
    return { attachment: failed(file, error) };
  }
}

/** Refused for good, or not to be had; a provider out of reach throws, so that the task tries again. */
function failed(file: Attachment, error: unknown): Attachment {
  const { source: _, ...kept } = file;
  if (error instanceof AppError) return { ...kept, state: "refused", reason: error.code };
  if (!(error instanceof DownloadError) || error.reason === "unreachable") throw error;
  log.warn("media.notFetched", { attachmentId: file.id, reason: error.reason });
  const state = error.reason === "missing" ? "failed" : "refused";
  return { ...kept, state, reason: error.reason };
}

function nameFor(type: string): string {
  const [family = "file", kind = "bin"] = type.split(";")[0]?.split("/") ?? [];
  return `${family}.${kind.replace(/^x-/, "").replace("jpeg", "jpg").replace("vcard", "vcf")}`;
}
