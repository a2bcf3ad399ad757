import assert from "node:assert/strict";
import { getOperation, undoOperation } from "../../functions/src/operations/operations.ts";
import { work } from "../../functions/src/operations/work.ts";
import { setClock } from "../../functions/src/platform/clock.ts";
import {
  beginMarking,
  entriesOf,
  kinds,
  marking,
  memberOf,
  operationOf,
  putThings,
  thingsIn,
  thingsOf,
  undo,
  workOut,
} from "./marking.ts";
import { found, left, rows } from "./marking-scene.ts";
import { freshWorkspace } from "./workspace.ts";

describe("an operation", () => {
  let workspaceId: string;

  beforeEach(async () => {
    workspaceId = await freshWorkspace();
    await putThings(workspaceId, found);
  });
  afterEach(() => setClock());

  describe("that is undone", () => {
    it("puts back what nobody touched since, and names the rest", async () => {
      const id = await beginMarking(workspaceId, rows);
      await workOut(workspaceId, id);
      await thingsOf(workspaceId).doc("b").update({ mark: 5, other: 1 });
      await thingsOf(workspaceId).doc("new").update({ other: 1 });
      await undo(workspaceId, id);
      await workOut(workspaceId, id);
      const told = await getOperation(memberOf(workspaceId), id);
      assert.equal(told.state, "undone");
      assert.deepEqual(told.kept, [
        { row: 1, path: "things/b", fields: ["mark"] },
        { row: 4, path: "things/new", fields: [] },
      ]);
      assert.deepEqual(await thingsIn(workspaceId), {
        ...found,
        b: { name: "B", mark: 5, other: 1 },
        new: { mark: 1, other: 1 },
      });
      assert.deepEqual(await entriesOf(workspaceId), ["operations.begin", "operations.undo"]);
    });

    it("twice is undone once", async () => {
      const id = await beginMarking(workspaceId, rows);
      await workOut(workspaceId, id);
      await Promise.all([undo(workspaceId, id), undo(workspaceId, id)]);
      await workOut(workspaceId, id);
      await putThings(workspaceId, left);
      assert.equal((await undo(workspaceId, id)).state, "undone");
      await work(kinds, workspaceId, id);
      assert.deepEqual(await thingsIn(workspaceId), left);
      assert.deepEqual(await entriesOf(workspaceId), ["operations.begin", "operations.undo"]);
    });

    it("is not while it runs, by a stranger, or where nothing can be taken back", async () => {
      const id = await beginMarking(workspaceId, rows);
      await assert.rejects(undo(workspaceId, id), { code: "conflict" });
      await workOut(workspaceId, id);
      const stranger = memberOf(workspaceId, "eva");
      await assert.rejects(undoOperation(stranger, id, kinds), { code: "notFound" });
      const fixed = { mark: { ...marking, undo: null } };
      await assert.rejects(undoOperation(memberOf(workspaceId), id, fixed), { code: "conflict" });
      const higher = { mark: { ...marking, undo: "operations.all" as const } };
      const asked = undoOperation(memberOf(workspaceId), id, higher);
      await assert.rejects(asked, { code: "notAllowed" });
      assert.equal((await operationOf(workspaceId, id)).state, "done");
    });
  });

  it("is seen by whoever began it, and by administrators", async () => {
    const id = await beginMarking(workspaceId, rows);
    const other = memberOf(workspaceId, "eva");
    await assert.rejects(getOperation(other, id), { code: "notFound" });
    const key = { ...memberOf(workspaceId), type: "apiKey" as const };
    await assert.rejects(getOperation(key, id), { code: "notFound" });
    assert.equal((await getOperation({ ...other, role: "admin" }, id)).id, id);
  });
});
