import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { languages } from "@hilo/schema/languages";
import { keepRecent, recentEmoji, withRecent } from "../../../console/src/ui/emoji-recent.ts";
import { readEmoji, searchEmoji } from "../../../console/src/ui/emoji-search.ts";
import { neighbour } from "../../../console/src/ui/neighbour.ts";
import { keepOwn, ownedBy, readOwn } from "../../../console/src/ui/own-storage.ts";
import { withStorage } from "../data/storage.ts";

const table = readFileSync(
  new URL("../../../console/src/ui/emoji-names.txt", import.meta.url),
  "utf8",
);
const all = readEmoji(table);

describe("emoji are searched for", () => {
  const rows: [what: string, searched: string, found: string][] = [
    ["by their Spanish name", "pulgar", "👍"],
    ["by their English name", "thumbs up", "👍"],
    ["with an accent where one belongs", "corazón rojo", "❤️"],
    ["without the accent", "corazon rojo", "❤️"],
    ["with an accent too many", "pulgár", "👍"],
    ["in capitals", "FUEGO", "🔥"],
    ["by the beginning of a word", "celebr", "🎉"],
    ["by words in any order", "rojo corazon", "❤️"],
    ["by a word of each language", "fire fuego", "🔥"],
    ["with an ñ", "cañón", "🎉"],
    ["with an n for it", "canon", "🎉"],
    ["by what they mean", "gracias", "🙏"],
    ["with spaces around", "  paquete ", "📦"],
    ["by themselves", "📦", "📦"],
  ];
  for (const [what, searched, found] of rows)
    it(`${what}: ${searched}`, () => {
      assert.ok(searchEmoji(all, searched).some(({ emoji }) => emoji === found));
    });

  it("first by their names", () => {
    assert.equal(searchEmoji(all, "paquete")[0]?.emoji, "📦");
  });

  it("to no end where nothing is called so", () => {
    assert.deepEqual(searchEmoji(all, "xqw"), []);
  });

  it("and are all there as long as nothing is searched for", () => {
    assert.equal(searchEmoji(all, " ").length, all.length);
  });
});

describe("the table of emoji", () => {
  it("has each once, with a name in every language", () => {
    assert.equal(new Set(all.map(({ emoji }) => emoji)).size, all.length);
    for (const { emoji, names } of all)
      assert.ok(emoji !== "" && languages.every((one) => names[one] !== ""), emoji);
  });

  it("is small", () => assert.ok(gzipSync(table).length <= 18 * 1024));
});

describe("recent emoji", () => {
  const many = Array.from({ length: 16 }, (_, index) => String(index));
  const rows: [what: string, before: string[], taken: string, after: string[]][] = [
    ["the first", [], "🔥", ["🔥"]],
    ["another", ["🔥"], "🎉", ["🎉", "🔥"]],
    ["the latest again", ["🔥", "🎉"], "🔥", ["🔥", "🎉"]],
    ["an older one again", ["🔥", "🎉"], "🎉", ["🎉", "🔥"]],
    ["one more than there is room for", many, "🔥", ["🔥", ...many.slice(0, 15)]],
  ];
  for (const [what, before, taken, after] of rows)
    it(`after ${what}`, () => assert.deepEqual(withRecent(before, taken), after));

  it("are each member's own on a device", () =>
    withStorage(() => {
      ownedBy("ana");
      keepRecent("🔥");
      ownedBy("luis");
      assert.deepEqual(recentEmoji(), []);
      keepRecent("🎉");
      ownedBy("ana");
      assert.deepEqual(recentEmoji(), ["🔥"]);
    }));

  for (const odd of ["", "{", "null", "7", '{"a":1}', '[1,null,"🔥"]'])
    it(`are none where something else was kept: ${odd}`, () =>
      withStorage((kept) => {
        ownedBy("ana");
        kept.set("hilo.ana.emoji", odd);
        assert.deepEqual(recentEmoji(), odd.includes("🔥") ? ["🔥"] : []);
      }));

  it("are settings of one member", () =>
    withStorage(() => {
      ownedBy("ana");
      keepOwn("undo", true);
      assert.equal(readOwn("undo"), true);
      ownedBy("luis");
      assert.equal(readOwn("undo"), null);
    }));
});

describe("arrows among what stands in rows", () => {
  const at = (name: string, left: number, top: number) => ({
    name,
    getBoundingClientRect: () => ({ left, top }),
  });
  const [a, b, c, d, e] = [
    at("a", 0, 0),
    at("b", 10, 0),
    at("c", 0, 30),
    at("d", 10, 30),
    at("e", 0, 60),
  ];
  const placed = [a, b, c, d, e];
  const rows: [from: typeof a, key: string, to: string | undefined][] = [
    [a, "ArrowRight", "b"],
    [b, "ArrowRight", "c"],
    [a, "ArrowLeft", undefined],
    [b, "ArrowDown", "d"],
    [d, "ArrowDown", "e"],
    [e, "ArrowUp", "c"],
    [d, "ArrowUp", "b"],
    [a, "ArrowUp", undefined],
    [e, "ArrowDown", undefined],
    [a, "x", undefined],
  ];
  for (const [from, key, to] of rows)
    it(`${key} leads from ${from.name} to ${to ?? "nothing"}`, () => {
      assert.equal(neighbour(placed, from, key)?.name, to);
    });
});
