import { deepEqual, equal } from "node:assert/strict";
import { speaking, unagreed, worded } from "./support/agreeing-texts.ts";
import {
  mountedTables,
  scriptsNamed,
  typedPaths,
  unnamed,
  unworded,
} from "./support/agreements.ts";
import { type Indexes, isServed, type Need } from "./support/indexes.ts";
import { queriesOf, unread } from "./support/queries.ts";
import {
  permissionsAsked,
  permissionsToRead,
  quotedElsewhere,
  rolesInRules,
} from "./support/rules-permissions.ts";

const indexes: Indexes = {
  indexes: [
    {
      collectionGroup: "conversations",
      queryScope: "COLLECTION",
      fields: [
        { fieldPath: "status", order: "ASCENDING" },
        { fieldPath: "lastMessageAt", order: "DESCENDING" },
      ],
    },
    {
      collectionGroup: "conversations",
      queryScope: "COLLECTION",
      fields: [
        { fieldPath: "assigneeId", order: "ASCENDING" },
        { fieldPath: "lastMessageAt", order: "DESCENDING" },
      ],
    },
  ],
  fieldOverrides: [
    {
      collectionGroup: "messages",
      fieldPath: "dueAt",
      indexes: [{ order: "ASCENDING", queryScope: "COLLECTION_GROUP" }],
    },
    { collectionGroup: "conversations", fieldPath: "funnel", indexes: [] },
    {
      collectionGroup: "conversations",
      fieldPath: "funnel.id",
      indexes: [{ order: "ASCENDING", queryScope: "COLLECTION" }],
    },
  ],
};

const store = (body: string) => ({
  path: "functions/src/a/store.ts",
  text: `const all = collection("conversations");\n${body};\n`,
});
const group = (field: string) =>
  `collectionGroup("messages").where("${field}", "<=", at).orderBy("${field}")`;

const rows: readonly [query: string, body: string, served: boolean][] = [
  ["equality alone", 'all.where("status", "==", s).where("tag", "==", t)', true],
  ["one order alone", 'all.orderBy("updatedAt", "desc")', true],
  ["an index", 'all.where("status", "in", s).orderBy("lastMessageAt", "desc")', true],
  ["an index backwards", 'all.where("status", "==", s).orderBy("lastMessageAt")', true],
  [
    "two indexes merged",
    'all.where("status", "==", s).where("assigneeId", "==", a).orderBy("lastMessageAt", "desc")',
    true,
  ],
  [
    "a field no index has",
    'all.where("status", "==", s).where("priority", "==", a).orderBy("lastMessageAt", "desc")',
    false,
  ],
  ["an order no index has", 'all.where("status", "==", s).orderBy("waitingSince")', false],
  ["a range no index has", 'all.where("status", "==", s).where("waitingSince", ">", 0)', false],
  ["two orders", 'all.orderBy("priority").orderBy("lastMessageAt")', false],
  ["a group by an indexed field", group("dueAt"), true],
  ["a group by another field", group("createdAt"), false],
  [
    "two facts about lists",
    'all.where("tags", "array-contains", t).where("guests", "array-contains", g)',
    false,
  ],
  [
    "as many alternatives as are taken",
    'all.where("status", "in", ["a", "b", "c"]).where("tag", "in", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])',
    true,
  ],
  [
    "more alternatives than are taken",
    'all.where("status", "in", ["a", "b", "c", "d"]).where("tag", "in", [1, 2, 3, 4, 5, 6, 7, 8])',
    false,
  ],
  ["a part of a map that is not indexed", 'all.where("funnel.stage", "==", s)', false],
  ["a part of which something else is said", 'all.where("funnel.id", "==", s)', true],
  ["a field whose name only begins alike", 'all.where("funnels", "==", s)', true],
];

describe("agreement, broken on purpose", () => {
  for (const [query, body, served] of rows) {
    it(`${query} is ${served ? "served" : "not served"}`, () => {
      const [need, ...rest] = queriesOf([store(body)]) as [Need, ...Need[]];
      equal(rest.length, 0);
      equal(isServed(need, indexes), served);
    });
  }
  it("a query whose collection nobody can tell is noticed", () => {
    const file = { path: "functions/src/a/b.ts", text: 'const q = given.where("a", "==", 1);' };
    equal(unread(file, queriesOf([file])), 1);
  });
  it("a collection that a text only mentions by chance is missed", () => {
    deepEqual(unnamed(["leads", "audit"], 'what leads to "audit"'), ["leads"]);
  });
  it("a table mounted twice is seen twice", () => {
    const text =
      "mount(router, letters, a);\n// mount(router, none, a);\nmount(router, letters, b);";
    deepEqual(mountedTables(text), ["letters", "letters"]);
  });
  it("a path that is typed again is seen, in whole or by its beginning", () => {
    const found = (text: string) => typedPaths(text, ["/a/{b}/c"]).length;
    deepEqual(
      ['fill("/a/{b}/c")', "`/api/v1/x`", ["`$", "{base}/webhooks/x/$", "{w}`"].join("")].map(
        found,
      ),
      [1, 1, 1],
    );
    deepEqual(
      ['import "./webhooks/x.ts"', "// on /api/v1", "apiBase + path"].map(found),
      [0, 0, 0],
    );
  });
  it("permissions and their roles are read from rules, also of a collection within another", () => {
    const rules = [
      "function roles() {",
      "  return {",
      "    'a.read': ['a', 'b'],",
      "    'b.read': ['a']",
      "  };",
      "}",
      "      match /people/{person} {",
      "        allow read: if may('a.read');",
      "        match /letters/{letter} {",
      "          allow read: if may('b.read');",
      "      match /keys/{key} { // a role's table isn't here",
      "        allow read: if may('c.read') || mine in ['b'];",
    ].join("\n");
    deepEqual(permissionsToRead(rules), { people: "a.read", "people/{person}/letters": "b.read" });
    deepEqual(rolesInRules(rules), { "a.read": ["a", "b"], "b.read": ["a"] });
    deepEqual(permissionsAsked(rules), ["a.read", "b.read", "c.read"]);
    deepEqual(quotedElsewhere(rules), ["a.read", "b.read", "c.read", "b"]);
  });
  it("texts that one language lacks, that take other values and that are empty are told", () => {
    const es = { a: "a", b: { c: "c", d: (one: string) => one }, e: "e", f: "f" };
    const en = { a: "", b: { c: "c", d: () => "" }, f: () => "", g: "g" };
    deepEqual(unagreed({ es, en }), [
      "texts.g is not everywhere",
      "texts.a is empty in en",
      "texts.b.d takes other values",
      "texts.e is no string everywhere",
      "texts.f is no string everywhere",
    ]);
    deepEqual(
      worded([{ label: { es: "Sí" } }], "fields").map(([at]) => at),
      ["fields.0.label"],
    );
  });
  it("a file that speaks Spanish by itself is seen, one that explains it is not", () => {
    const said = ['x("¿Cuándo?")', "x(`Adiós`)", 'x = { es: "Hola" }', "// ¡Ojo!\nx()"];
    const files = said.map((text, i) => ({ path: `${i}.ts`, text }));
    deepEqual(speaking(files), ["0.ts", "1.ts", "2.ts"]);
  });
  it("scripts are found in prose and code", () => {
    const text = "`npm run bench:size`, `bench:ops`, then npm test\nand `lint` is a word";
    deepEqual(scriptsNamed(text), ["bench:ops", "bench:size", "test"]);
  });

  it("tells findings that nobody words, that lack a language, and that are worded twice", () => {
    const text =
      'error("bothHere", "…"); return { level: "ok", code: "bothHere", text: "…" }; warning("nobodys", "…")';
    const own = { mine: { es: "Mío", en: "" }, common: { es: "Común", en: "Common" } };
    const common = { good: {}, trouble: { bothHere: "", common: "" } };
    deepEqual(unworded([{ path: "check.ts", text }], own, common), [
      "nobody words bothHere",
      "nobody words nobodys",
      "mine lacks a language",
      "common is worded twice",
    ]);
  });
});
