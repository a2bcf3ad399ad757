import { deepEqual, ok } from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Collection, collections, counters, Provider } from "@hilo/schema";
import { builtAdapters } from "../functions/src/providers/index.ts";
import { scriptsNamed, unnamed, unworded } from "./support/agreements.ts";
import { counterNeeds } from "./support/counter-needs.ts";
import { indexedInVain } from "./support/indexed-in-vain.ts";
import { type Indexes, isServed } from "./support/indexes.ts";
import { listingNeeds } from "./support/listing-needs.ts";
import { leadNeeds, pageNeeds } from "./support/page-needs.ts";
import { queriesOf, unread } from "./support/queries.ts";
import { root, sources } from "./support/sources.ts";

const read = (path: string) => readFileSync(resolve(root, path), "utf8");
const json = (path: string) => JSON.parse(read(path));
const foldersIn = (path: string) =>
  readdirSync(resolve(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

describe("agreement", () => {
  describe("collections and the rules' tests", () => {
    const tests = sources("test/rules/**/*.ts").map(({ text }) => text);
    const names = Object.keys(collections).map((path) => path.split("/").at(-1) ?? path);
    it("every collection is in the tests of the rules", () => {
      deepEqual(unnamed(names, tests.join("\n")), []);
    });
    it("the rules name no collection that the schema does not know", () => {
      const matched = [...read("firestore.rules").matchAll(/match \/(\w+)\/\{/g)].map(([, n]) => n);
      const known = [...names, "databases", "workspaces"];
      deepEqual(
        matched.filter((name) => name && !known.includes(name)),
        [],
      );
    });
  });

  describe("collections and whose they are", () => {
    const all = Object.entries(collections) as [string, Collection][];
    it("what goes by itself is deleted by Firestore", () => {
      const { fieldOverrides }: { fieldOverrides: { collectionGroup: string; ttl?: boolean }[] } =
        json("firestore.indexes.json");
      const deleted = fieldOverrides.filter(({ ttl }) => ttl).map((one) => one.collectionGroup);
      const going = all
        .filter(([, { kept }]) => typeof kept === "object")
        .map(([name]) => name.split("/").at(-1) ?? name);
      // Of messages only what waits for one that never comes has a time.
      deepEqual(deleted.sort(), [...going, "messages"].sort());
    });
    it("what is a person's is found by them, and kept as long as they are", () => {
      const found: Record<string, (name: string, fields: string[]) => boolean> = {
        contactId: (_name, fields) => fields.includes("contactId"),
        contacts: (_name, fields) => fields.includes("contactIds") || fields.includes("about"),
        address: (_name, fields) => fields.includes("address"),
        conversation: (name, fields) =>
          name.includes("{conversationId}") || fields.includes("conversationId"),
        contact: (name) => name === "contacts" || name === "openLeads",
        lead: (name) => name.includes("{leadId}"),
      };
      for (const [name, { shape, whose, kept }] of all) {
        const fields = Object.keys((shape as { shape?: object }).shape ?? {});
        if (found[whose]) ok(found[whose](name, fields) && kept === "person", name);
        else ok(kept !== "person", name);
        ok(!fields.includes("contactId") || whose === "contactId", name);
      }
    });
  });

  describe("providers, adapters and fixtures", () => {
    const adapters = foldersIn("functions/src/providers");
    it("every adapter is a provider of the schema and stands in the table", async () => {
      const { adapterOf } = await import("../functions/src/providers/index.ts");
      const inTable = Provider.options.filter((name) => adapterOf(name)?.provider === name);
      deepEqual(inTable.sort(), adapters);
    });
    for (const adapter of adapters) {
      it(`${adapter} has its wire, both ways, and real payloads`, () => {
        const parts = ["index", "wire", "inbound", "outbound"];
        const missing = parts.filter(
          (part) => !existsSync(resolve(root, `functions/src/providers/${adapter}/${part}.ts`)),
        );
        deepEqual(missing, []);
        ok(readdirSync(resolve(root, "test/fixtures", adapter)).length > 0);
      });
    }
  });

  describe("connection tests and their words", () => {
    for (const { provider, words = {} } of builtAdapters()) {
      it(`${provider} has words in every language for all that only it finds`, async () => {
        const { good, trouble } = await import("../console/src/text/channel-findings.ts");
        const files = sources(`functions/src/providers/${provider}/check*.ts`);
        ok(files.length > 0);
        deepEqual(unworded(files, words, { good, trouble }), []);
      });
    }
  });

  describe("queries and indexes", () => {
    const indexes = (): Indexes => json("firestore.indexes.json");
    const files = sources(
      "functions/src/**/*.ts",
      "console/src/data/**/*.ts",
      "widget/src/**/*.ts",
    );
    const needs = queriesOf(files);
    // What these ask is in the values of tables, and added to what is read here.
    const fromTables = [
      "console/src/data/asking.ts",
      "console/src/data/column.ts",
      "console/src/data/parts.ts",
      "functions/src/conversations/counts.ts",
      "functions/src/conversations/pages.ts",
      "functions/src/conversations/scoped.ts",
      "functions/src/stats/rows.ts",
    ];
    const tableNeeds = async () => [
      ...(await listingNeeds()),
      ...counterNeeds(),
      ...pageNeeds(),
      ...leadNeeds(),
    ];
    it("every query in the code was read", () => {
      ok(needs.length > 0);
      const left = files.filter(
        (file) => !fromTables.includes(file.path) && unread(file, needs) !== 0,
      );
      deepEqual(
        left.map(({ path }) => path),
        [],
      );
    });
    it("no index is there twice: a deploy would fail on the second", () => {
      const { indexes: composite, fieldOverrides = [] } = indexes();
      const all = [
        ...composite.map(({ collectionGroup, queryScope, fields }) =>
          JSON.stringify([
            collectionGroup,
            queryScope,
            fields.map((one) => Object.entries(one).sort()),
          ]),
        ),
        ...fieldOverrides.map(
          ({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`,
        ),
      ];
      deepEqual(
        all.filter((one, at) => all.indexOf(one) < at),
        [],
      );
    });
    it("what is written with every message is indexed only where a query asks for it", async () => {
      const held = indexes();
      const asked = [...needs, ...(await tableNeeds())];
      for (const name of [
        "conversations",
        "conversations/{conversationId}/messages",
        "stats",
      ] as const)
        deepEqual(indexedInVain(name, asked, held), []);
    });
    it("no counter is indexed: each commit of a message changes some", () => {
      const { fieldOverrides = [] } = indexes();
      const exempt = fieldOverrides.filter(
        ({ collectionGroup, indexes }) => collectionGroup === "stats" && indexes.length === 0,
      );
      const names = exempt.map(({ fieldPath }) => fieldPath);
      deepEqual(
        Object.keys(counters).filter((name) => !names.includes(name)),
        [],
      );
    });
    it("every query is served by an index", async () => {
      const held = indexes();
      const unserved = [...needs, ...(await tableNeeds())].filter((need) => !isServed(need, held));
      deepEqual(unserved, []);
    });
  });

  describe("README and scripts", () => {
    const scripts = Object.keys(json("package.json").scripts).sort();
    const readme = () => read("README.md");
    const guides = sources("docs/**/*.md", ".github/**/*.md").map(({ text }) => text);
    it("every script that the documents name exists", () => {
      const named = scriptsNamed([readme(), ...guides].join("\n"));
      deepEqual(
        named.filter((name) => !scripts.includes(name)),
        [],
      );
    });
    it("the README tells every script", () => {
      const told = scriptsNamed(readme());
      deepEqual(
        scripts.filter((name) => !told.includes(name)),
        [],
      );
    });
  });
});
