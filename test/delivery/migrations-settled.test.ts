import assert from "node:assert/strict";
import { contactOf } from "../../functions/src/contacts/store.ts";
import { migrating } from "../../functions/src/migrations/migrate.ts";
import type { Migration, Settling } from "../../functions/src/migrations/migration.ts";
import { enter } from "../../functions/src/operations/begin.ts";
import { writeTo } from "../../functions/src/operations/kind.ts";
import { undoOperation } from "../../functions/src/operations/operations.ts";
import { work } from "../../functions/src/operations/work.ts";
import { setClock } from "../../functions/src/platform/clock.ts";
import { countOutdated } from "../../scripts/migrate/run.ts";
import { type CrashPoint, dyingAt, everyDeath } from "./crashes.ts";
import { goOn, memberOf, operationOf, thingsIn, thingsOf } from "./marking.ts";
import { freshWorkspace } from "./workspace.ts";

const people = Array.from({ length: 12 }, (_, n) => ({ id: `c${n}`, phone: n % 4 }));

/** Notes under each phone whose it is, in documents that there were none of; those of one phone share theirs. */
const phones: Settling = {
  ...{ name: "phones", version: 2, collection: "contacts" },
  settle: async (workspaceId, doc) => {
    const holders = await thingsOf(workspaceId)
      .doc(`phone-${doc.get("phone")}`)
      .get();
    const ids: string[] = holders.get("ids") ?? [];
    const reads = [holders.ref];
    if (ids.includes(doc.id)) return { reads };
    return { reads, writes: [writeTo(holders, { ids: [...ids, doc.id].sort() })] };
  },
};

const numbered: Migration = {
  ...{ name: "numbered", version: 1, collection: "contacts" },
  change: ({ phone }) => (typeof phone === "number" ? { phone: `+${phone}` } : undefined),
};

/** What it stands on comes first, wherever it stands. */
const all = [phones, numbered];
const own = { migrate: migrating(all) };
const names = all.map(({ name }) => name);
const doer = (workspaceId: string) => ({ ...memberOf(workspaceId), role: "admin" as const });
const begun = (workspaceId: string) => enter(doer(workspaceId), own.migrate, { names });

const settled = Object.fromEntries(
  [0, 1, 2, 3].map((phone) => [
    `phone-+${phone}`,
    { ids: [`c${phone}`, `c${phone + 4}`, `c${phone + 8}`].sort() },
  ]),
);

async function newcomers(): Promise<string> {
  const workspaceId = await freshWorkspace();
  await Promise.all(people.map(({ id, phone }) => contactOf(workspaceId, id).set({ phone })));
  return workspaceId;
}

async function untilEnded(workspaceId: string, id: string): Promise<void> {
  while ((await operationOf(workspaceId, id)).state === "running") {
    await work(own, workspaceId, id);
    goOn();
  }
}

describe("a migration that reads and writes further documents", () => {
  let workspaceId: string;

  beforeEach(async () => {
    workspaceId = await newcomers();
  });
  afterEach(() => setClock());

  async function counted(): Promise<string[]> {
    const said: string[] = [];
    await countOutdated(workspaceId, (words) => void said.push(words), all);
    return said.map((words) => words.slice(workspaceId.length + 2));
  }

  it("makes and changes them, after what changes its document, and finds nothing the second time", async () => {
    const id = await begun(workspaceId);
    await untilEnded(workspaceId, id);
    assert.deepEqual(await thingsIn(workspaceId), settled);
    assert.equal((await operationOf(workspaceId, id)).counts.update, 24);
    const again = await begun(workspaceId);
    await untilEnded(workspaceId, again);
    assert.equal((await operationOf(workspaceId, again)).total, 0);
  });

  it("is counted by what it would do, or by what its documents seem to be", async () => {
    assert.deepEqual(await counted(), [
      "phones would change 12 of 12",
      "numbered would change 12 of 12",
    ]);
    assert.deepEqual(await thingsIn(workspaceId), {});
    const said: string[] = [];
    const seeming = { ...phones, isOutdated: ({ phone }: { phone?: unknown }) => phone === 1 };
    await countOutdated(workspaceId, (words) => void said.push(words), [seeming]);
    assert.deepEqual(said, [`${workspaceId}: phones would change 3 of 12`]);
    await untilEnded(workspaceId, await begun(workspaceId));
    assert.deepEqual(await counted(), [
      "phones would change 0 of 12",
      "numbered would change 0 of 12",
    ]);
  });

  it("ends the same wherever its worker dies", async () => {
    const lifeEnding = async (point: CrashPoint) => {
      workspaceId = await newcomers();
      const id = await begun(workspaceId);
      const died = await dyingAt(point, () => work(own, workspaceId, id));
      goOn();
      await untilEnded(workspaceId, id);
      const { state, counts } = await operationOf(workspaceId, id);
      assert.deepEqual([state, counts.update], ["done", 24]);
      assert.deepEqual(await thingsIn(workspaceId), settled);
      return died;
    };
    assert.ok((await everyDeath(lifeEnding)) > 4);
  });

  it("gives way to whoever makes or changes them meanwhile, also to its like", async () => {
    const others = [0, 1, 2, 3].map((phone) =>
      thingsOf(workspaceId).doc(`phone-+${phone}`).set({ by: "another" }, { merge: true }),
    );
    const ids = await Promise.all([begun(workspaceId), begun(workspaceId)]);
    await Promise.all([...ids.map((id) => untilEnded(workspaceId, id)), ...others]);
    const things = await thingsIn(workspaceId);
    for (const [id, { ids: holders }] of Object.entries(settled))
      assert.deepEqual(things[id], { ids: holders, by: "another" });
    const done = await Promise.all(ids.map((id) => operationOf(workspaceId, id)));
    assert.equal(
      done.reduce((sum, { counts }) => sum + counts.update, 0),
      24,
    );
  });

  it("asks again where what it read first is changed before it is written", async () => {
    let isFirst = true;
    const late: Settling = {
      ...phones,
      settle: async (id, doc) => {
        const isLate = isFirst;
        isFirst = false;
        const become = await phones.settle(id, doc);
        if (isLate)
          await thingsOf(id)
            .doc("phone-+0")
            .create({ ids: ["somebody"] });
        return become;
      },
      isOutdated: () => true,
    };
    const mine = { migrate: migrating([late, numbered]) };
    const id = await enter(doer(workspaceId), mine.migrate, { names });
    await work(mine, workspaceId, id);
    const things = await thingsIn(workspaceId);
    assert.deepEqual(things["phone-+0"], { ids: ["c0", "c4", "c8", "somebody"] });
  });

  it("is undone: what it made goes, but for what somebody touched", async () => {
    const id = await begun(workspaceId);
    await untilEnded(workspaceId, id);
    await thingsOf(workspaceId).doc("phone-+1").update({ by: "another" });
    await thingsOf(workspaceId)
      .doc("phone-+2")
      .update({ ids: ["c2"] });
    await undoOperation(doer(workspaceId), id, own);
    await untilEnded(workspaceId, id);
    const things = await thingsIn(workspaceId);
    assert.deepEqual(Object.keys(things).sort(), ["phone-+1", "phone-+2"]);
    assert.deepEqual(things["phone-+2"], { ids: ["c2"] });
    const phonesNow = (
      await Promise.all(people.map(({ id }) => contactOf(workspaceId, id).get()))
    ).map((doc) => doc.get("phone"));
    assert.deepEqual([...new Set(phonesNow)].sort(), [0, 1, 2, 3]);
    assert.ok(((await operationOf(workspaceId, id)).undo?.kept ?? 0) > 0);
  });
});
