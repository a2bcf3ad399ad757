import { audit, type Doer } from "../audit/audit.ts";
import { AppError } from "../platform/errors.ts";
import { commit, db } from "../platform/firestore.ts";
import { fileOf } from "./files.ts";
import { linkToHeld } from "./links.ts";

/** A link to a file that is held back, for whoever answers for it; the audit says that it was asked for. */
export async function openHeld(
  doer: Doer,
  fileId: string,
): Promise<{ link: string; expires: number }> {
  const { workspaceId } = doer;
  const file = await fileOf(workspaceId, fileId);
  if (!file?.held) throw new AppError("notFound", "There is no such file that is held back.");
  const batch = db().batch();
  audit(batch, doer, "files.openHeld", `files/${fileId}`, { held: { from: file.held } });
  await commit(batch);
  return linkToHeld(workspaceId, fileId);
}
