import {
  type Attachment,
  MediaKind,
  type MessageEvent,
  mediaKindOf,
  type RemoteFile,
} from "@hilo/schema";
import { fileOf, type KeptFile, receiveFile, takeFile } from "../files/files.ts";
import { hash } from "../platform/crypto.ts";
import { AppError } from "../platform/errors.ts";

type Owner = { workspaceId: string; messageId: string; personId: string };

/**
 * The files of a message that came in. What the webhook itself carried is kept before the message is recorded,
 * since nobody could be asked for it again; what the provider holds is fetched afterwards.
 */
export function attachmentsOf(owner: Owner, files: readonly RemoteFile[]): Promise<Attachment[]> {
  return Promise.all(files.map((file, index) => attachmentOf(owner, file, index)));
}

async function attachmentOf(owner: Owner, file: RemoteFile, index: number): Promise<Attachment> {
  // Whoever gives a message the id of somebody else's must not reach that one's files.
  const id = hash(owner.messageId, owner.personId, String(index));
  const { type, name = "", size = null, contentId } = file;
  const plain = { id, name, type, size, ...(contentId ? { contentId } : {}) };
  if (file.refused) return { ...plain, state: "refused", reason: file.refused };
  if (file.bytes) return kept(owner, plain, Buffer.from(file.bytes));
  if (file.fileId) return uploaded(owner, plain, file.fileId);
  return { ...plain, state: "pending", source: file.source };
}

type Plain = Omit<Attachment, "state">;

async function kept(
  { workspaceId, personId }: Owner,
  plain: Plain,
  bytes: Buffer,
): Promise<Attachment> {
  const { id, name, type } = plain;
  const known = await fileOf(workspaceId, id);
  if (known) return { ...plain, ...keptAs({ ...known, id }) };
  try {
    const saved = await receiveFile(workspaceId, { bytes, name, type, by: personId, id });
    return { ...plain, ...keptAs(saved) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...plain, size: bytes.length, state: "refused", reason: error.code };
  }
}

/** A file that is kept, as its message tells of it. */
export function keptAs({ id, name, type, size, held }: KeptFile): Attachment {
  const file = { id, name, type, size };
  return held ? { ...file, state: "held", reason: held } : { ...file, state: "ready" };
}

/** A file uploaded before by this very person; another's is not theirs to send. */
async function uploaded(
  { workspaceId, personId }: Owner,
  plain: Plain,
  fileId: string,
): Promise<Attachment> {
  const file = await takeFile(workspaceId, fileId, personId);
  if (!file) return { ...plain, state: "failed", reason: "missing" };
  return {
    ...plain,
    id: fileId,
    name: file.name,
    type: file.type,
    size: file.size,
    state: "ready",
  };
}

const NamedByFile = MediaKind.exclude(["sticker"]);

/** A message that is nothing but its file is of the file's kind: by the bytes where they came along. */
export function kindOf(
  { kind, files }: Pick<MessageEvent, "kind" | "files">,
  [first]: readonly Attachment[],
): MessageEvent["kind"] {
  if (!first || !files[0]?.bytes || !NamedByFile.safeParse(kind).success) return kind;
  return first.state === "held" ? "document" : mediaKindOf(first.type);
}
