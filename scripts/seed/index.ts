import { foldToday } from "../../functions/src/stats/now.ts";
import { developmentKey } from "../development-key.ts";
import { seedApiKeys } from "./api-keys.ts";
import { seedChannels } from "./channels.ts";
import { seedContacts } from "./contacts.ts";
import { seedConversations } from "./conversations.ts";
import { onlyEmulators } from "./guard.ts";
import { seedMembers } from "./members.ts";
import { seedTemplates } from "./templates.ts";
import { seedWorkspace, workspaceId } from "./workspace.ts";

/**
 * Fills the emulators with the workspace `demo`. What is there already stays as people left it; throws
 * when anything but an emulator of a demonstration project would be written to.
 */
export async function seed({ log }: { log: (line: string) => void }): Promise<void> {
  onlyEmulators();
  // Nothing here runs in the cloud: files go to the emulator's folder, and there is no metadata server to ask.
  process.env.FUNCTIONS_EMULATOR ??= "true";
  process.env.METADATA_SERVER_DETECTION ??= "none";
  const now = Date.now();
  await seedWorkspace();
  await Promise.all([
    seedMembers(),
    seedChannels(),
    seedApiKeys(),
    seedContacts(now),
    seedTemplates(now),
  ]);
  const created = await seedConversations(now);
  if (created > 0) await foldToday(workspaceId);
  log(
    created > 0
      ? `Seeded the workspace demo with ${created} conversations.`
      : "The workspace demo was seeded before; nothing changed.",
  );
}

if (import.meta.main) {
  process.env.HILO_KEY ??= developmentKey();
  process.env.PUBLIC_BASE_URL ??= "http://127.0.0.1:5000";
  await seed({ log: console.log });
}
