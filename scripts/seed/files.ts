import { readFileSync } from "node:fs";
import { saveFile } from "../../functions/src/files/files.ts";
import { pathOf } from "./fixtures.ts";
import type { Place, Written } from "./messages.ts";
import { workspaceId } from "./workspace.ts";

/** Keeps the files of a dialogue under their ids; those that are kept already stay. */
export async function keepFiles(thread: readonly Written[], place: Place): Promise<void> {
  for (const { line, message } of thread) {
    const [attachment] = message.attachments;
    if (!line.file || !attachment) continue;
    const { type, id: author } = message.author;
    await saveFile(workspaceId, {
      id: attachment.id,
      bytes: readFileSync(pathOf(line.file)),
      name: line.file,
      type: attachment.type,
      by: type === "contact" ? place.conversationId : author,
    });
  }
}
