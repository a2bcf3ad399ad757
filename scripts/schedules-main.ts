import { allWorkspaces } from "../functions/src/platform/firestore.ts";
import { minute, nightForAll, workspaceNight } from "../functions/src/schedules.ts";

/** What schedules do in the cloud, done each minute here; a failure is told and the next minute tries again. */
async function everyMinute(): Promise<void> {
  await minute().catch(console.error);
  for (const workspaceId of await allWorkspaces())
    await workspaceNight(workspaceId).catch(console.error);
  await nightForAll().catch(console.error);
}

setInterval(everyMinute, 60_000);
console.log("schedules ready");
