import assert from "node:assert/strict";
import fc from "fast-check";
import { work } from "../../functions/src/operations/work.ts";
import { setClock } from "../../functions/src/platform/clock.ts";
import { dyingAt } from "./crashes.ts";
import {
  beginMarking,
  goOn,
  kinds,
  putThings,
  thingsIn,
  thingsOf,
  undo,
  workOut,
} from "./marking.ts";
import { freshWorkspace } from "./workspace.ts";

type Thing = Record<string, number>;
type Things = Record<string, Thing>;
type Row = { id: string; set: Thing };
type Edit = [id: string, field: string, value: number];

const id = fc.constantFrom("a", "b", "c", "d");
const field = fc.constantFrom("x", "y");
const fields = fc.dictionary(field, fc.integer({ min: 0, max: 2 }), { minKeys: 1 });

const history = fc.record({
  had: fc.dictionary(id, fields),
  rows: fc.array(fc.record({ id, set: fields }), { minLength: 1, maxLength: 12 }),
  death: fc.nat(8),
  edits: fc.array(fc.tuple(id, field, fc.integer({ min: 0, max: 4 })), { maxLength: 4 }),
  undoDeath: fc.nat(6),
});

describe("an operation, whatever its rows, its deaths and what others write", () => {
  afterEach(() => setClock());

  it("is done and undone as an oracle says", async function () {
    this.timeout(240_000);
    await fc.assert(
      fc.asyncProperty(history, async ({ had, rows, death, edits, undoDeath }) => {
        const own = await freshWorkspace();
        await putThings(own, had);
        const operation = await beginMarking(own, rows);
        await dyingAt({ transaction: death, when: "after" }, () => work(kinds, own, operation));
        goOn();
        await workOut(own, operation);
        const done = doneBy(had, rows);
        assert.deepEqual(await thingsIn(own), done);
        const now = editedBy(done, edits);
        for (const [id, name, value] of edits)
          if (id in done)
            await thingsOf(own)
              .doc(id)
              .update({ [name]: value });
        await undo(own, operation);
        const dying = { transaction: undoDeath, when: "before" } as const;
        await dyingAt(dying, () => work(kinds, own, operation));
        goOn();
        await workOut(own, operation);
        assert.deepEqual(await thingsIn(own), undoneBy({ had, done, now, rows }));
      }),
      { numRuns: 40 },
    );
  });
});

function doneBy(had: Things, rows: readonly Row[]): Things {
  const done: Things = structuredClone(had);
  for (const { id, set } of rows) done[id] = { ...done[id], ...set };
  return done;
}

function editedBy(done: Things, edits: readonly Edit[]): Things {
  const now: Things = structuredClone(done);
  for (const [id, name, value] of edits) if (now[id]) now[id][name] = value;
  return now;
}

type Lives = { had: Things; done: Things; now: Things; rows: readonly Row[] };

/** A field goes back where it is as it was left; a thing that was made goes where nothing of it was touched. */
function undoneBy({ had, done, now, rows }: Lives): Things {
  const all = Object.entries(now).map(([id, thing]): [string, Thing | undefined] => {
    const own = rows.filter((row) => row.id === id).map(({ set }) => set);
    const [made, written] = had[id] ? [undefined, own] : [own[0], own.slice(1)];
    const touched = new Set(written.flatMap((set) => Object.keys(set)));
    const back = backTo(had[id] ?? made ?? {}, thing, (name) => {
      return touched.has(name) && thing[name] === done[id]?.[name];
    });
    return [id, made && isSame(back, made) ? undefined : back];
  });
  return Object.fromEntries(all.filter((one): one is [string, Thing] => one[1] !== undefined));
}

function backTo(was: Thing, thing: Thing, goesBack: (name: string) => boolean): Thing {
  const names = new Set([...Object.keys(was), ...Object.keys(thing)]);
  const told = [...names].map((name) => [name, goesBack(name) ? was[name] : thing[name]] as const);
  return Object.fromEntries(
    told.filter((one): one is readonly [string, number] => one[1] !== undefined),
  );
}

function isSame(one: Thing, other: Thing): boolean {
  const sorted = (thing: Thing) => JSON.stringify(Object.entries(thing).sort());
  return sorted(one) === sorted(other);
}
