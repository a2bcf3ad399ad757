import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  type Collection,
  collections,
  endpoints,
  permissions,
  routes,
  visitorRoutes,
  webhookPaths,
} from "@hilo/schema";
import { mountedTables, rolesThatRead, typedPaths } from "./support/agreements.ts";
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
    it("the rules let those read a collection who have its permission, and no other", () => {
      const asked = Object.entries<Collection>(collections).flatMap(([name, { readers }]) =>
        readers ? [[name, [...permissions[readers]]] as const] : [],
      );
      deepEqual(rolesThatRead(read("firestore.rules")), Object.fromEntries(asked));
    });
    it("every permission is asked for, and no role by its name", () => {
      const files = sources("schema/src/**/*.ts", "functions/src/**/*.ts", "console/src/**/*.ts");
      const others = files.filter(({ path }) => path !== "schema/src/permissions.ts");
      const asked = others.map(({ text }) => text).join("\n");
      // What the rules alone hold has no place in code.
      const rulesOnly = ["audit.read"];
      const names = Object.keys(permissions).filter((name) => !rulesOnly.includes(name));
      deepEqual(
        names.filter((name) => !asked.includes(`"${name}"`)),
        [],
      );
      const byName =
        /\brole\s*[!=]==\s*"|\brole"?(,|:)\s*("==",\s*)?"(admin|supervisor|agent)"|\bis(Admin|Supervisor|Agent)\b/;
      deepEqual(
        others.filter(({ text }) => byName.test(text)).map(({ path }) => path),
        [],
      );
    });
  });
});
