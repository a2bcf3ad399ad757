import type { Attachment, RemoteFile, StoredFile } from "@hilo/schema";
import { fileOf, saveFile, takeFile } from "../files/files.ts";
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
  if (known) return { ...plain, ...shown(known), state: "ready" };
  try {
    const saved = await saveFile(workspaceId, { bytes, name, type, by: personId, id });
    return { ...plain, ...saved, state: "ready" };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...plain, size: bytes.length, state: "refused", reason: error.code };
  }
}

function shown({ name, type, size }: StoredFile) {
  return { name, type, size };
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
