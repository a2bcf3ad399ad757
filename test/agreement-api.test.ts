import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  type Collection,
  collections,
  type Endpoint,
  endpoints,
  type Permission,
  permissions,
  Role,
  routes,
  visitorRoutes,
  webhookPaths,
} from "@hilo/schema";
import * as z from "zod";
import { mountedTables, typedPaths } from "./support/agreements.ts";
import {
  permissionsAsked,
  permissionsToRead,
  quotedElsewhere,
  rolesInRules,
} from "./support/rules-permissions.ts";
import { root, sources } from "./support/sources.ts";

const read = (path: string) => readFileSync(resolve(root, path), "utf8");
const json = (path: string) => JSON.parse(read(path));

describe("agreement about the API", () => {
  describe("endpoints and routes", () => {
    const files = sources("functions/src/*/routes.ts");
    const tables = sources("schema/src/api/*.ts").flatMap(({ text }) => [
      ...text.matchAll(/export const (\w+Endpoints) =/g),
    ]);
    const tableNames = tables.map(([, name = ""]) => name).sort();
    it("every table of endpoints is mounted once", () => {
      deepEqual(mountedTables(read("functions/src/api.ts")).sort(), tableNames);
    });
    it("no endpoint is in two tables, and none has another's method and path", async () => {
      const schema: Record<string, unknown> = await import("@hilo/schema");
      const names = tableNames.flatMap((name) => Object.keys(schema[name] ?? {}));
      deepEqual(names.sort(), Object.keys(endpoints).sort());
      const calls = Object.values(endpoints).map(
        ({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`,
      );
      equal(new Set(calls).size, names.length);
    });
    it("every PATCH takes what its caller saw", () => {
      const patches = Object.entries<Endpoint>(endpoints).filter(
        ([, one]) => one.method === "PATCH",
      );
      ok(patches.length > 0);
      const without = patches.filter(
        ([, { body }]) => !(body instanceof z.ZodObject && "seen" in body.shape),
      );
      deepEqual(
        without.map(([name]) => name),
        [],
      );
    });
    it("no path of the API is typed a second time", () => {
      const paths = [...Object.values(routes), ...Object.values(visitorRoutes)].map(
        (one) => one.path,
      );
      const known = [...paths, ...Object.values(webhookPaths)];
      const product = sources("{schema,functions,console,widget,simulator}/src/**/*.ts");
      const again = product
        .filter(({ path }) => !/^schema\/src\/routes\b/.test(path))
        .flatMap(({ path, text }) => typedPaths(text, known).map((typed) => `${path}: ${typed}`));
      deepEqual(again, []);
    });
    it("the API mounts every room's routes", () => {
      const api = read("functions/src/api.ts");
      const rooms = files.map(({ path }) => path.replace("functions/src/", "./"));
      deepEqual(
        rooms.filter((path) => !api.includes(`"${path}"`)),
        [],
      );
    });
    it("hosting hands over to functions that are deployed", () => {
      const index = read("functions/src/index.ts");
      const rewrites: { function?: { functionId: string } }[] =
        json("firebase.json").hosting.rewrites;
      const named = rewrites.flatMap((one) => one.function?.functionId ?? []);
      ok(named.length > 0);
      deepEqual(
        named.filter((name) => !index.includes(`export const ${name} `)),
        [],
      );
    });
    it("hosting looks for functions where they run", async () => {
      const { region } = await import("../functions/src/platform/region.ts");
      const regions = read("firebase.json").match(/(?<="region": ")[^"]+/g) ?? [];
      ok(regions.length > 0);
      deepEqual([...new Set(regions)], [region]);
      const elsewhere = sources("functions/src/**/*.ts").filter(
        ({ path, text }) => text.includes(region) && path !== "functions/src/platform/region.ts",
      );
      deepEqual(elsewhere, []);
    });
  });

  describe("permissions and roles", () => {
    const rules = read("firestore.rules");
    it("the rules ask members who read a collection for its permission", () => {
      const asked = Object.entries<Collection>(collections).flatMap(([name, { readers }]) =>
        readers ? [[name, readers] as const] : [],
      );
      deepEqual(permissionsToRead(rules), Object.fromEntries(asked));
    });
    it("the rules' table has the schema's row of each permission that they ask for, and no other", () => {
      const rows = permissionsAsked(rules).map((name) => [name, permissions[name as Permission]]);
      ok(rows.length > 0);
      deepEqual(rolesInRules(rules), Object.fromEntries(rows));
    });
    it("the rules name no role outside their table", () => {
      const names: readonly string[] = Role.options;
      deepEqual(
        quotedElsewhere(rules).filter((word) => names.includes(word)),
        [],
      );
    });
    it("every permission is asked for", () => {
      const files = sources("schema/src/**/*.ts", "functions/src/**/*.ts", "console/src/**/*.ts");
      const others = files.filter(({ path }) => path !== "schema/src/permissions.ts");
      const asked = [...others.map(({ text }) => text), rules].join("\n");
      deepEqual(
        Object.keys(permissions).filter((name) => !new RegExp(`["']${name}["']`).test(asked)),
        [],
      );
    });
  });
});
