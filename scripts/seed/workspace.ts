import { Settings } from "@hilo/schema";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { createMissing } from "./create.ts";

/** The one workspace of the demonstration. */
export const workspaceId = "demo";

export const timeZone = "America/Santiago";

/** Creates the settings of the workspace. */
export async function seedWorkspace(): Promise<void> {
  await createMissing(workspace(workspaceId).collection("settings").doc("workspace"), Settings, {
    name: "Andes Gestión",
    timeZone,
    language: "es",
    responseTargetMs: 15 * 60 * 1000,
    updatedAt: new Date(),
  });
}
