import assert from "node:assert/strict";
import { FileLinks, renewMs } from "../../../console/src/data/file-links.ts";

const settled = () => new Promise((resolve) => setImmediate(resolve));

function setUp(answer: (ids: readonly string[]) => Record<string, string>) {
  const asked: string[][] = [];
  const clock = { now: 1_000_000 };
  const later: { work: () => void; ms: number }[] = [];
  const links = new FileLinks(
    (ids) => {
      asked.push([...ids]);
      return Promise.resolve({ links: answer(ids), expires: clock.now + 900_000 });
    },
    () => clock.now,
    (work, ms) => {
      later.push({ work, ms });
      return () => undefined;
    },
  );
  return { links, asked, clock, later };
}

const all = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, `/files/${id}`]));

describe("links of files", () => {
  it("asks for all that one rendering needs at once", async () => {
    const { links, asked } = setUp(all);
    assert.equal(links.of("a"), undefined);
    links.of("b");
    links.of("a");
    await settled();
    assert.deepEqual(asked, [["a", "b"]]);
    assert.equal(links.of("a"), "/files/a");
  });

  it("tells when they have come", async () => {
    const { links } = setUp(all);
    let told = 0;
    links.changed.subscribe(() => {
      told += 1;
    });
    links.of("a");
    await settled();
    assert.equal(told, 1);
  });

  it("renews before the end, and shows the old one meanwhile", async () => {
    const { links, asked, clock } = setUp(all);
    links.of("a");
    await settled();
    clock.now += 900_000 - renewMs;
    assert.equal(links.of("a"), "/files/a");
    await settled();
    assert.equal(asked.length, 2);
  });

  it("says by itself that they are about to end", async () => {
    const { links, later } = setUp(all);
    links.of("a");
    await settled();
    let told = 0;
    links.changed.subscribe(() => {
      told += 1;
    });
    assert.equal(later[0]?.ms, 900_000 - renewMs);
    later[0]?.work();
    assert.equal(told, 1);
  });

  it("does not ask in a circle for a file that has no link", async () => {
    const { links, asked } = setUp(() => ({}));
    links.changed.subscribe(() => links.of("gone"));
    links.of("gone");
    await settled();
    await settled();
    assert.equal(asked.length, 1);
  });

  it("asks for many in batches", async () => {
    const { links, asked } = setUp(all);
    for (let n = 0; n < 120; n += 1) links.of(`f${n}`);
    await settled();
    assert.deepEqual(
      asked.map((ids) => ids.length),
      [50, 50, 20],
    );
  });
});
