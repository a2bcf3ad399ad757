import type { Attachment } from "@hilo/schema";
import { bytesOf, linkTo } from "../files/files.ts";
import type { OutboundFile } from "../providers/adapter.ts";

/** A file of a message as a provider gets it: by a public link, or by its bytes. */
export function outgoingFile(
  workspaceId: string,
  { id, type, name, size, contentId }: Attachment,
): OutboundFile {
  return {
    url: linkTo(workspaceId, id),
    type,
    name,
    size: size ?? 0,
    ...(contentId ? { contentId } : {}),
    read: () => bytesOf(workspaceId, id),
  };
}
