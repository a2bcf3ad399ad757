import assert from "node:assert/strict";
import { dayOf } from "@hilo/schema";
import { receive } from "../../functions/src/inbound/receive.ts";
import { setClock } from "../../functions/src/platform/clock.ts";
import { allWorkspaces } from "../../functions/src/platform/firestore.ts";
import { log } from "../../functions/src/platform/log.ts";
import { night, nightly, workspaceNight } from "../../functions/src/schedules.ts";
import { statsOf } from "../../functions/src/stats/store.ts";
import { tasks } from "./addresses.ts";
import { noonOf } from "./noon.ts";
import { connectedByPhone, connectionTo, letter, phoned } from "./scene.ts";

const dayMs = 24 * 60 * 60 * 1000;
const timeZone = "America/Santiago";

describe("a workspace's night", () => {
  const { mendSince, foldDays } = nightly;
  const { error } = log;
  afterEach(() => {
    setClock();
    Object.assign(nightly, { mendSince, foldDays });
    log.error = error;
  });

  /** Somebody new has written, and the event of that never ran; then it is the next day. */
  async function unheard(): Promise<string> {
    const workspaceId = await connectedByPhone();
    const noon = noonOf(timeZone);
    setClock(() => noon);
    const connection = await connectionTo(workspaceId, "whatsapp");
    await receive(connection, { ...letter(phoned("+56911112001"), 0), at: noon });
    setClock(() => noon + dayMs);
    return workspaceId;
  }

  async function folded(workspaceId: string) {
    const today = dayOf(noonOf(timeZone), timeZone);
    const fold = await statsOf(workspaceId).doc(today).get();
    return { received: fold.get("received"), leads: fold.get("leads") };
  }

  it("makes up for what was missed, then folds the day on which that counts", async () => {
    const workspaceId = await unheard();
    await workspaceNight(workspaceId);
    assert.deepEqual(await folded(workspaceId), { received: 1, leads: 1 });
  });

  it("folds only once all is made up for", async () => {
    const done: string[] = [];
    nightly.mendSince = async () => {
      await new Promise(setImmediate);
      done.push("mended");
    };
    nightly.foldDays = async () => void done.push("folded");
    await workspaceNight("any");
    assert.deepEqual(done, ["mended", "folded"]);
  });

  it("folds also where nothing could be made up for, and says that it could not", async () => {
    const workspaceId = await unheard();
    nightly.mendSince = () => Promise.reject(new Error("broken"));
    const told: string[] = [];
    log.error = (event, fields = {}) => void told.push(`${event} ${fields.name}`);
    await assert.rejects(workspaceNight(workspaceId), /Not done: mendSince$/);
    assert.deepEqual(told, ["schedule.failed mendSince"]);
    assert.deepEqual(await folded(workspaceId), { received: 1, leads: 0 });
  });

  it("is a task of its own for each workspace there is", async () => {
    const workspaceId = await connectedByPhone();
    const before = tasks.length;
    await night();
    const nights = tasks.slice(before).filter(({ queue }) => queue === "workspaceNight");
    const of = nights.map(({ data }) => JSON.parse(data).data.workspaceId);
    assert.ok(of.includes(workspaceId));
    assert.deepEqual(of.sort(), (await allWorkspaces()).sort());
  });
});
