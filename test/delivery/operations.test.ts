import assert from "node:assert/strict";
import { OperationChanges } from "@hilo/schema";
import { begin } from "../../functions/src/operations/begin.ts";
import type { Kind } from "../../functions/src/operations/kind.ts";
import { getOperation } from "../../functions/src/operations/operations.ts";
import { changesOf, operationsOf } from "../../functions/src/operations/store.ts";
import { wakeOperations } from "../../functions/src/operations/wake.ts";
import { work } from "../../functions/src/operations/work.ts";
import { blobs } from "../../functions/src/platform/blobs/blobs.ts";
import { newId, setClock } from "../../functions/src/platform/clock.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { settingsAt } from "../../functions/src/settings/store.ts";
import { queued } from "./addresses.ts";
import { type CrashPoint, dyingAt, everyDeath } from "./crashes.ts";
import {
  beginMarking,
  entriesOf,
  goOn,
  kinds,
  type MarkRow,
  marking,
  memberOf,
  operationOf,
  putThings,
  thingsIn,
  thingsOf,
  undo,
  workOut,
} from "./marking.ts";
import { counts, found, left, rows } from "./marking-scene.ts";
import { freshWorkspace } from "./workspace.ts";

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
const idOf = (number: number) => `t${String(number).padStart(5, "0")}`;

describe("an operation", () => {
  let workspaceId: string;

  beforeEach(async () => {
    workspaceId = await freshWorkspace();
    await putThings(workspaceId, found);
  });
  afterEach(() => setClock());

  async function changesIn(id: string): Promise<OperationChanges[]> {
    const { docs } = await changesOf(operationsOf(workspaceId).doc(id)).get();
    return docs.flatMap((doc) => read(OperationChanges, doc) ?? []);
  }

  it("does its rows, counts what became of them, and names those it did not do", async () => {
    const id = await beginMarking(workspaceId, rows);
    const operation = await workOut(workspaceId, id);
    assert.deepEqual([operation.state, operation.counts], ["done", counts]);
    assert.deepEqual(await thingsIn(workspaceId), left);
    const told = await getOperation(memberOf(workspaceId), id);
    assert.deepEqual([told.state, told.total, told.done], ["done", 7, 7]);
    assert.deepEqual(told.rows, [
      { row: 3, outcome: "refuse", why: "odd" },
      { row: 6, outcome: "skip", why: "odd" },
    ]);
    assert.deepEqual(await entriesOf(workspaceId), ["operations.begin"]);
  });

  it("says beside its changes whom they are about, and when they go", async () => {
    const id = await beginMarking(workspaceId, rows);
    const { expiresAt } = await workOut(workspaceId, id);
    const changes = await changesIn(id);
    const about = new Set(changes.flatMap((one) => one.about));
    assert.deepEqual([...about].sort(), ["of a", "of b", "of new"]);
    assert.ok(changes.every((one) => one.expiresAt.getTime() === expiresAt.getTime()));
  });

  it("changes nothing when it is done again", async () => {
    await workOut(workspaceId, await beginMarking(workspaceId, rows.slice(1)));
    const id = await beginMarking(workspaceId, rows.slice(1));
    const { counts: again } = await workOut(workspaceId, id);
    assert.deepEqual(again, { create: 0, update: 0, same: 4, skip: 1, refuse: 1 });
    assert.ok((await changesIn(id)).every(({ changes }) => changes.length === 0));
  });

  it("keeps its rows only until they are done", async () => {
    const id = await beginMarking(workspaceId, rows);
    await assert.doesNotReject(
      dyingAt({ transaction: 4, when: "after" }, () => work(kinds, workspaceId, id)),
    );
    const { plan } = await operationOf(workspaceId, id);
    const place = `${workspaceId}/operations/${id}/${plan?.id}-0`;
    (await blobs().read(place)).destroy();
    goOn();
    await workOut(workspaceId, id);
    await assert.rejects(blobs().read(place), { code: "notFound" });
  });

  it("is done by one worker, whoever comes beside it", async () => {
    const id = await beginMarking(workspaceId, rows);
    await Promise.all(numbers(5).map(() => work(kinds, workspaceId, id)));
    const { state, counts: sums } = await operationOf(workspaceId, id);
    assert.deepEqual([state, sums], ["done", counts]);
    assert.deepEqual(await thingsIn(workspaceId), left);
  });

  it("is not gone on with by a worker whose time was over", async () => {
    const id = await beginMarking(workspaceId, rows);
    let isFirst = true;
    const slow: Kind<MarkRow> = {
      ...marking,
      apply: async (job, some) => {
        if (!isFirst) return marking.apply(job, some);
        isFirst = false;
        const settled = await marking.apply(job, some);
        goOn();
        await workOut(workspaceId, id);
        return settled;
      },
    };
    await work({ mark: slow }, workspaceId, id);
    assert.deepEqual((await operationOf(workspaceId, id)).counts, counts);
    assert.deepEqual(await thingsIn(workspaceId), left);
  });

  it("overwrites nothing that others write meanwhile", async () => {
    const id = await beginMarking(
      workspaceId,
      numbers(40).map((n) => ({ id: idOf(n), set: { mark: 1 } })),
    );
    await putThings(
      workspaceId,
      Object.fromEntries(numbers(40).map((n) => [idOf(n), { seen: 0 }])),
    );
    let isOver = false;
    const meanwhile = numbers(4).map(async (lane) => {
      let seen = 0;
      for (; !isOver; seen += 1)
        await thingsOf(workspaceId)
          .doc(idOf(lane))
          .update({ seen: seen + 1 });
      return seen;
    });
    await workOut(workspaceId, id).finally(() => {
      isOver = true;
    });
    const seen = await Promise.all(meanwhile);
    const things = await thingsIn(workspaceId);
    for (const n of numbers(40))
      assert.deepEqual(things[idOf(n)], { seen: seen[n] ?? 0, mark: 1 }, idOf(n));
  });

  it("writes no more in a second than the workspace says", async () => {
    await settingsAt(workspaceId).update({ operationRate: 200 });
    const all = numbers(300).map((n) => ({ id: idOf(n), set: { mark: 1 } }));
    const id = await beginMarking(workspaceId, all);
    const since = performance.now();
    await workOut(workspaceId, id);
    assert.ok(performance.now() - since >= 1400);
  });

  describe("that is killed", () => {
    /** Another life of it, in a workspace of its own, that ends at a point; whether it came that far. */
    async function lifeEnding(point: CrashPoint, way: "done" | "undone"): Promise<boolean> {
      const own = await freshWorkspace();
      await putThings(own, found);
      const id = await beginMarking(own, rows);
      if (way === "undone") {
        await workOut(own, id);
        await undo(own, id);
      }
      const died = await dyingAt(point, () => work(kinds, own, id));
      goOn();
      const operation = await workOut(own, id);
      assert.deepEqual([operation.state, operation.counts], [way, counts]);
      assert.deepEqual(await thingsIn(own), way === "done" ? left : found);
      return died;
    }

    for (const way of ["done", "undone"] as const)
      it(`at any of its commits is ${way} as if it had not been`, async () => {
        assert.ok((await everyDeath((point) => lifeEnding(point, way))) > 3);
      });

    it("is taken up by the next minute, and not before its time is over", async () => {
      const id = await beginMarking(workspaceId, rows);
      await dyingAt({ transaction: 3, when: "after" }, () => work(kinds, workspaceId, id));
      const wakes = () => queued.filter((url) => url.includes("operate")).length;
      await work(kinds, workspaceId, id);
      assert.equal((await operationOf(workspaceId, id)).state, "running");
      goOn();
      const woken = wakes();
      await wakeOperations();
      assert.ok(wakes() > woken);
      await work(kinds, workspaceId, id);
      assert.equal((await operationOf(workspaceId, id)).state, "done");
    });
  });

  describe("that fails", () => {
    const failing = (fails: () => boolean): { mark: Kind<MarkRow> } => ({
      mark: {
        ...marking,
        apply: async (job, some) => {
          if (fails()) throw new Error("Not now");
          return marking.apply(job, some.slice(0, 1));
        },
      },
    });

    it("is tried again later, and goes on where it was", async () => {
      const id = await beginMarking(workspaceId, rows);
      let calls = 0;
      const odd = failing(() => ++calls % 2 === 0);
      for (let turn = 0; turn < 9; turn += 1) {
        await work(odd, workspaceId, id);
        goOn();
      }
      const { state, counts: sums } = await operationOf(workspaceId, id);
      assert.deepEqual([state, sums], ["done", counts]);
    });

    it("for good says so, and what it did can be undone", async () => {
      const id = await beginMarking(workspaceId, rows);
      let calls = 0;
      const odd = failing(() => ++calls > 2);
      for (let turn = 0; turn < 6; turn += 1) {
        await work(odd, workspaceId, id);
        goOn();
      }
      const failed = await getOperation(memberOf(workspaceId), id);
      assert.deepEqual([failed.state, failed.error, failed.done], ["failed", "internal", 2]);
      await undo(workspaceId, id);
      assert.equal((await workOut(workspaceId, id)).state, "undone");
      assert.deepEqual(await thingsIn(workspaceId), found);
    });

    it("at once where nobody knows its kind", async () => {
      const id = await beginMarking(workspaceId, rows);
      await work({}, workspaceId, id);
      const { state, error } = await operationOf(workspaceId, id);
      assert.deepEqual([state, error], ["failed", "invalid"]);
    });
  });

  it("is begun once where its id is said", async () => {
    const id = newId();
    await begin(memberOf(workspaceId), marking, { rows }, id);
    await assert.rejects(begin(memberOf(workspaceId), marking, { rows }, id));
    assert.deepEqual(await entriesOf(workspaceId), ["operations.begin"]);
  });
});
