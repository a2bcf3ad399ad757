import { aboutOf } from "@hilo/schema";
import { FieldValue, type Writer } from "../platform/firestore.ts";
import { records } from "./store.ts";

/** Notes on files, as part of a commit, whose conversation they went into. */
export function noteAbout(
  write: Pick<Writer, "update">,
  workspaceId: string,
  fileIds: readonly string[] | undefined = [],
  conversation: { contactId: string },
): void {
  const about = aboutOf(conversation.contactId);
  if (about.length === 0) return;
  for (const id of new Set(fileIds))
    write.update(records(workspaceId).doc(id), { about: FieldValue.arrayUnion(...about) });
}
