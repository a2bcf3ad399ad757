import type { Import } from "./sources.ts";

type Place = { packages: RegExp; within: RegExp; only: RegExp; words: string };

/** Packages that only some files may import. */
const places: readonly Place[] = [
  {
    packages: /^express($|\/)/,
    within: /^functions\/src\//,
    only: /(^functions\/src\/(webhooks|api)\.ts|\/routes\.ts|\/platform\/http\.ts)$/,
    words: "express belongs to webhooks.ts, api.ts, routes.ts and platform/http.ts",
  },
  {
    packages: /^firebase-functions($|\/)/,
    within: /^functions\/src\//,
    only: /^functions\/src\/((index|webhooks|api)\.ts|(.+\/)?triggers\.ts|platform\/.+)$/,
    words: "firebase-functions belongs to index.ts, webhooks.ts, api.ts, triggers.ts and platform",
  },
  {
    packages: /^(firebase-admin|@google-cloud\/firestore)($|\/)/,
    within: /^functions\/src\//,
    only: /^functions\/src\/(platform\/.+|.+\/store\.ts)$/,
    words: "firebase-admin belongs to platform and store.ts",
  },
  {
    packages: /^(firebase|@firebase)($|\/)/,
    within: /^console\/src\//,
    only: /^console\/src\/data\//,
    words: "firebase belongs to console/src/data",
  },
  {
    packages: /^(?!\.|zod$)/,
    within: /^schema\/src\//,
    only: /^$/,
    words: "the schema imports zod and itself, nothing else",
  },
  {
    packages: /^(?!bricks\/src\/|@hilo\/schema$|lit($|\/)|lucide-static\/|vite$|node:)/,
    within: /^bricks\/src\//,
    only: /^$/,
    words: "bricks import Lit, icons, Vite and the schema's types, nothing else",
  },
];

/** Imports of packages outside their places; a sentence for each. */
export function misplaced(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, target }) =>
    places
      .filter(({ packages, within }) => within.test(from) && packages.test(target))
      .filter(({ only }) => !only.test(from) && !target.startsWith("schema/src/"))
      .map(({ words }) => `${from} imports ${target}: ${words}`),
  );
}

/** Imports that would bring zod to browsers: the schema as a whole, as a value. */
export function heavySchema(imports: readonly Import[]): string[] {
  const heavy = imports.filter(
    ({ from, target, typeOnly }) =>
      /^(bricks|console|widget)\/src\//.test(from) && target === "@hilo/schema" && !typeOnly,
  );
  return heavy.map(
    ({ from }) => `${from} imports all of @hilo/schema: import the one file, or types`,
  );
}

/** Files that import zod, of those that some files stand on: browsers take these as values. */
export function zodUnder(light: readonly string[], imports: readonly Import[]): string[] {
  const values = imports.filter(({ typeOnly }) => !typeOnly);
  const reached = new Set(light);
  for (const path of reached)
    for (const { from, target } of values) if (from === path) reached.add(target);
  return values.flatMap(({ from, target }) => (target === "zod" && reached.has(from) ? from : []));
}

/** What providers may know: themselves, the platform but for its database, the schema. */
export function worldlyChannels(imports: readonly Import[]): string[] {
  const allowed = /^functions\/src\/(providers\/|platform\/(?!firestore\.ts))|^@hilo\/schema/;
  const own = imports.filter(({ from }) => from.startsWith("functions/src/providers/"));
  return own
    .filter(({ target }) => /^(functions|firebase|@google-cloud)/.test(target))
    .filter(({ target }) => !allowed.test(target))
    .map(({ from, target }) => `${from} imports ${target}`);
}
