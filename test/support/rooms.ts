import type { Import, Source } from "./sources.ts";

/** The rooms of the functions in their order, then the files beside them; a row may import the rows before it. */
const functionsOrder = [
  ["platform"],
  ["texts"],
  ["audit"],
  ["settings"],
  ["events"],
  ["operations"],
  ["migrations"],
  ["users"],
  ["notifications"],
  ["files"],
  ["stats"],
  ["providers"],
  ["channels"],
  ["dead-letters"],
  ["templates"],
  ["contacts"],
  ["conversations"],
  ["outbound"],
  ["inbound"],
  ["webchat"],
  ["funnels"],
  ["leads"],
  ["cases"],
  ["reminders"],
  ["responders"],
  ["campaigns"],
  ["reports"],
  ["webhooks.ts", "triggers.ts"],
  ["mending.ts"],
  ["operation-kinds.ts"],
  ["schedules.ts"],
  ["api.ts"],
  ["index.ts"],
];

const consoleOrder = [["assets.d.ts", "text"], ["ui"], ["data"], ["pages"], ["app"], ["main.ts"]];

const simulatorOrder = [
  ["wire"],
  ["phones"],
  ["samples"],
  ["providers"],
  ["control"],
  ["page"],
  ["app.ts"],
  ["index.ts"],
  ["main.ts"],
];

const widgetOrder = [["protocol.ts"], ["loader"], ["chat"]];

/** Imports between rooms that stand in the wrong order; a sentence for each. */
export function wrongWay(imports: readonly Import[]): string[] {
  return [
    ...outOfOrder(imports, "functions/src/", functionsOrder),
    ...outOfOrder(imports, "console/src/", consoleOrder),
    ...outOfOrder(imports, "simulator/src/", simulatorOrder),
    ...outOfOrder(imports, "widget/src/", widgetOrder),
  ];
}

function outOfOrder(
  imports: readonly Import[],
  home: string,
  order: readonly string[][],
): string[] {
  const rank = (path: string) => order.findIndex((row) => row.includes(roomOf(path, home)));
  return imports.flatMap((one) => {
    const { from, target } = one;
    if (!from.startsWith(home)) return [];
    if (rank(from) < 0) return [`${from}: the room ${roomOf(from, home)} is not in the order`];
    if (!isFile(target)) return [];
    if (!target.startsWith(home)) return [`${from} reaches out of ${home} to ${target}`];
    if (roomOf(from, home) === roomOf(target, home)) return [];
    return rank(target) < rank(from) ? [] : [`${from} imports the later room of ${target}`];
  });
}

function roomOf(path: string, home: string): string {
  return path.slice(home.length).split("/")[0] ?? "";
}

/** Whether a target is a file of this repository rather than a package. */
export function isFile(target: string): boolean {
  return /^(schema|bricks|functions|console|simulator|widget|scripts|test|package\.json)(\/|$)/.test(
    target,
  );
}

/** Pages that import each other; a sentence for each. */
export function betweenPages(imports: readonly Import[]): string[] {
  return siblings(imports, /^console\/src\/pages\/([^/]+)\//);
}

/** Providers that import each other; a sentence for each. */
export function betweenProviders(imports: readonly Import[]): string[] {
  return siblings(imports, /^functions\/src\/providers\/([^/]+)\//);
}

function siblings(imports: readonly Import[], place: RegExp): string[] {
  return imports.flatMap(({ from, target }) => {
    const [own, other] = [place.exec(from)?.[1], place.exec(target)?.[1]];
    return own && other && own !== other ? [`${from} imports ${target}`] : [];
  });
}

/** Tests of a workspace that lie in no room of it; a sentence for each. */
export function besideRooms(files: readonly Pick<Source, "path">[]): string[] {
  const rooms = new Set(files.flatMap(({ path }) => foldersOf(path)));
  return files.flatMap(({ path }) => {
    const [, workspace = "", room = ""] = /^test\/([^/]+)\/(.+)\/[^/]+\.test\.ts$/.exec(path) ?? [];
    if (!rooms.has(`${workspace}/src`) || rooms.has(`${workspace}/src/${room}`) || room === "")
      return [];
    return [`${path}: ${workspace}/src/${room} does not exist`];
  });
}

function foldersOf(path: string): string[] {
  const steps = path.split("/").slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join("/"));
}
