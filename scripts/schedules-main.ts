import { foldYesterday } from "../functions/src/conversations/recount.ts";
import { sweep } from "../functions/src/conversations/sweep.ts";
import { removeForgotten } from "../functions/src/files/removal.ts";
import { mendLost } from "../functions/src/mending.ts";
import { endAttendances } from "../functions/src/users/attendance.ts";

const minute = 60_000;

/** What schedules do in the cloud, done each minute here; a failure is told and the next minute tries again. */
async function everyMinute(): Promise<void> {
  for (const body of [sweep, endAttendances, mendLost, foldYesterday, removeForgotten])
    await body().catch(console.error);
}

setInterval(everyMinute, minute);
console.log("schedules ready");
