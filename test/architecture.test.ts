import { deepEqual, ok } from "node:assert/strict";
import { fileCircles, folderCircles } from "./support/circles.ts";
import {
  collectionsElsewhere,
  defaultExports,
  emptyNames,
  linesAt,
  longerThan,
  settingsElsewhere,
  suppressions,
  wholeZod,
} from "./support/habits.ts";
import { heavySchema, misplaced, worldlyChannels, zodUnder } from "./support/packages.ts";
import { providersNamed } from "./support/provider-names.ts";
import { rolesNamed } from "./support/role-names.ts";
import { besideRooms, betweenPages, betweenProviders, wrongWay } from "./support/rooms.ts";
import { importsOf, sources } from "./support/sources.ts";

const workspaces = ["schema", "bricks", "functions", "console", "widget", "simulator", "scripts"];
const files = sources(
  "{schema,bricks,functions,console,widget,simulator}/src/**/*.ts",
  "{scripts,test}/**/*.ts",
  "*/*.config.ts",
);
const imports = files.flatMap(importsOf);
/** What of the schema has no shapes, for whoever must not carry zod. */
const light = ["routes", "words", "permissions", "languages"].map(
  (name) => `schema/src/${name}.ts`,
);

describe("architecture", () => {
  it("is read from real import statements", () => {
    ok(files.length > 100, `only ${files.length} files were found`);
    ok(imports.length > files.length, `only ${imports.length} imports were found`);
  });

  const held: [rule: string, broken: readonly string[]][] = [
    ["a room imports only rooms before it", wrongWay(imports)],
    ["no files import each other in a circle, types included", fileCircles(imports)],
    [
      "no folders of a workspace import each other in a circle",
      workspaces.flatMap((one) => folderCircles(imports, `${one}/`)),
    ],
    ["tests lie in the room of what they test", besideRooms(files)],
    ["pages never import each other", betweenPages(imports)],
    ["providers never import each other", betweenProviders(imports)],
    ["the product names a provider in its four places only", providersNamed(files)],
    ["a role is named in the table of permissions only", rolesNamed(files)],
    ["channels know the platform and the schema only", worldlyChannels(imports)],
    ["express and Firebase stay in their places", misplaced(imports)],
    ["the console takes the schema by types or file by file", heavySchema(imports)],
    ["what browsers take as values stands without zod", zodUnder(light, imports)],
    ["zod is taken in parts", wholeZod(files)],
    ["only stores name collections", collectionsElsewhere(files)],
    ["settings are read by their room only", settingsElsewhere(files)],
    ["names say something", emptyNames(files)],
    ["nothing is exported by default", defaultExports(files)],
    ["no rule is switched off", suppressions(files)],
    ["no file is over 300 lines", longerThan(files, 300)],
  ];
  for (const [rule, broken] of held) it(rule, () => deepEqual(broken, []));

  it("nine files of ten are under 200 lines", () => {
    ok(linesAt(files, 0.9) < 200, `90 % have up to ${linesAt(files, 0.9)} lines`);
  });
  it("half of the files have at most 70 lines", () => {
    ok(linesAt(files, 0.5) <= 70, `the median is ${linesAt(files, 0.5)} lines`);
  });
});
