import assert from "node:assert/strict";
import fc from "fast-check";
import { setStatus, snooze } from "../../functions/src/conversations/desk.ts";
import {
  conversationsOf,
  episodesOf,
  messagesOf,
} from "../../functions/src/conversations/store.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { kinds } from "../../functions/src/operation-kinds.ts";
import { enter } from "../../functions/src/operations/begin.ts";
import { undoOperation } from "../../functions/src/operations/operations.ts";
import { work } from "../../functions/src/operations/work.ts";
import { now, setClock } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { countOutdated } from "../../scripts/migrate/run.ts";
import { commitSeed } from "../support/commit-seed.ts";
import { type CrashPoint, dyingAt, everyDeath } from "./crashes.ts";
import { conversationId, sceneOf } from "./episode-scene.ts";
import { goOn, memberOf, operationOf } from "./marking.ts";
import { connectedByPhone, connectionTo, letter, phoned } from "./scene.ts";
import { measuredIn, toldIn, unmeasure } from "./unmeasured.ts";
import { firstAt } from "./voices/voice.ts";

const channelId = "twilio-whatsapp";
const phones = Array.from({ length: 6 }, (_, n) => `+5698200${String(n).padStart(4, "0")}`);
const idOf = (phone: string) => hash(channelId, phone);
const doer = (workspaceId: string) => ({ ...memberOf(workspaceId), role: "admin" as const });
const begun = (workspaceId: string) =>
  enter(doer(workspaceId), kinds.migrate, { names: ["episodes"] });

async function untilEnded(workspaceId: string, id: string): Promise<void> {
  while ((await operationOf(workspaceId, id)).state === "running") {
    await work(kinds, workspaceId, id);
    goOn();
  }
}

async function write(
  workspaceId: string,
  phone: string,
  second: number,
  at = now(),
): Promise<void> {
  const event = { ...letter(phoned(phone), second), at };
  await receive(await connectionTo(workspaceId, channelId), event);
}

async function become(workspaceId: string, phone: string, status: "resolved" | "open") {
  await setStatus(doer(workspaceId), idOf(phone), status);
}

/** Six people have written: some matters are over, some once more under way; nothing was measured. */
async function sixPeople(): Promise<string> {
  const workspaceId = await connectedByPhone();
  let second = 1;
  setClock(() => firstAt + second * 1000);
  for (const phone of phones) await write(workspaceId, phone, 1);
  second = 2;
  for (const phone of phones.slice(1)) await become(workspaceId, phone, "resolved");
  second = 3;
  for (const phone of phones.slice(3)) await write(workspaceId, phone, 3);
  second = 4;
  for (const phone of phones.slice(4)) await become(workspaceId, phone, "resolved");
  await unmeasure(workspaceId);
  setClock();
  return workspaceId;
}

describe("the migration of episodes", () => {
  afterEach(() => setClock());

  it("gives every conversation what its thread tells, whatever happened in it, and once", async () => {
    const histories = fc.array(
      fc.constantFrom(
        "writes",
        "sends",
        "resolves",
        "closes",
        "opens",
        "puts",
        "machine",
        "elsewhere",
      ),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const scene = await sceneOf();
        const { workspaceId } = scene;
        const acts: Record<string, () => unknown> = {
          writes: () => scene.writes(),
          sends: () => scene.sends(),
          resolves: () => scene.becomes("resolved"),
          closes: () => scene.becomes("closed"),
          opens: () => scene.becomes("open"),
          puts: () => snooze(scene.doer(), conversationId, null),
          machine: () => scene.writes({ quiet: true }),
          elsewhere: () => scene.answersElsewhere(),
        };
        await scene.happens(
          () => scene.writes(),
          ...history.map((name) => acts[name] ?? assert.fail()),
        );
        await unmeasure(workspaceId);
        const told = await toldIn(workspaceId);
        const {
          episode: _,
          episodeAt: __,
          firstResponseAt: ___,
          ...was
        } = await scene.conversation();
        const id = await begun(workspaceId);
        await untilEnded(workspaceId, id);
        assert.deepEqual(await measuredIn(workspaceId), told);
        const now = await scene.conversation();
        assert.deepEqual({ ...now, ...was }, now);
        const again = await begun(workspaceId);
        await untilEnded(workspaceId, again);
        assert.equal((await operationOf(workspaceId, again)).total, 0);
      }),
      { numRuns: 15, seed: commitSeed(), endOnFailure: true },
    );
  });

  it("is counted without measuring anything", async () => {
    const workspaceId = await sixPeople();
    const said: string[] = [];
    const count = () => countOutdated(workspaceId, (words) => void said.push(words));
    await count();
    assert.ok(said.includes(`${workspaceId}: episodes would change 6 of 6`), said.join());
    assert.equal((await episodesOf(workspaceId).get()).size, 0);
    await untilEnded(workspaceId, await begun(workspaceId));
    await count();
    assert.ok(said.includes(`${workspaceId}: episodes would change 0 of 6`), said.join());
  });

  it("ends the same wherever its worker dies", async () => {
    const commits = await everyDeath(async (point: CrashPoint) => {
      const workspaceId = await sixPeople();
      const told = await toldIn(workspaceId);
      const id = await begun(workspaceId);
      const died = await dyingAt(point, () => work(kinds, workspaceId, id));
      goOn();
      await untilEnded(workspaceId, id);
      assert.deepEqual(await measuredIn(workspaceId), told);
      const { counts, state } = await operationOf(workspaceId, id);
      assert.deepEqual([counts.update, state], [6, "done"]);
      return died;
    });
    assert.ok(commits > 3);
  });

  it("gives each conversation its episodes once, two at once, while people write and matters end", async () => {
    const workspaceId = await sixPeople();
    const lane = (async () => {
      for (let second = 10; second < 13; second += 1)
        for (const [n, phone] of phones.entries()) {
          await write(workspaceId, phone, second);
          if (n % 2 === 0) await become(workspaceId, phone, "resolved");
        }
    })();
    const ids = await Promise.all([begun(workspaceId), begun(workspaceId)]);
    await Promise.all(ids.map((id) => untilEnded(workspaceId, id)));
    await lane;
    const done = await Promise.all(ids.map((id) => operationOf(workspaceId, id)));
    assert.equal(
      done.reduce((sum, { counts }) => sum + counts.update, 0),
      6,
    );
    const [measured, told] = [await measuredIn(workspaceId), await toldIn(workspaceId)];
    for (const id of Object.keys(told)) assert.deepEqual(begunIn(measured[id]), begunIn(told[id]));
  });

  it("is undone, but for what has ended since", async () => {
    const workspaceId = await sixPeople();
    const was = await measuredIn(workspaceId);
    const id = await begun(workspaceId);
    await untilEnded(workspaceId, id);
    const [first = ""] = phones;
    await become(workspaceId, first, "resolved");
    await undoOperation(doer(workspaceId), id, kinds);
    await untilEnded(workspaceId, id);
    const { [idOf(first)]: ended, ...others } = await measuredIn(workspaceId);
    assert.deepEqual(Object.keys(ended?.ended ?? {}), ["1"]);
    delete was[idOf(first)];
    assert.deepEqual(others, was);
    await untilEnded(workspaceId, await begun(workspaceId));
    const { [idOf(first)]: _, ...again } = await measuredIn(workspaceId);
    const { [idOf(first)]: __, ...told } = await toldIn(workspaceId);
    assert.deepEqual(again, told);
  });

  it("leaves a conversation that nobody can read, names it, and does the others", async () => {
    const workspaceId = await sixPeople();
    const [odd = "", holed = ""] = phones;
    await conversationsOf(workspaceId).doc(idOf(odd)).update({ status: "odd" });
    await messagesOf(workspaceId, idOf(holed)).add({ direction: "odd" });
    const id = await begun(workspaceId);
    await untilEnded(workspaceId, id);
    const { counts, named } = await operationOf(workspaceId, id);
    assert.deepEqual([counts.update, counts.refuse, named], [5, 1, 1]);
  });
});

/** Which matters there were, by when each began. An end is told a moment after the line in the thread. */
function begunIn({
  episode,
  ended = {},
}: Partial<Awaited<ReturnType<typeof measuredIn>>[string]> = {}) {
  return [episode, Object.values(ended).map(({ from }) => from)];
}
