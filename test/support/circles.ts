import type { Import } from "./sources.ts";

type Graph = ReadonlyMap<string, readonly string[]>;

/** Files that import each other, types included, straight or by others; each circle as the way round it. */
export function fileCircles(imports: readonly Import[]): string[] {
  return circlesIn(graphOf(imports.map(({ from, target }) => [from, target])));
}

/** Folders and files that lie side by side, anywhere below a place, and import each other in a circle. */
export function folderCircles(imports: readonly Import[], home: string): string[] {
  const besides = new Map<string, [string, string][]>();
  for (const { from, target } of imports) {
    if (!from.startsWith(home) || !target.startsWith(home)) continue;
    const [ways, others] = [from.split("/"), target.split("/")];
    const fork = ways.findIndex((step, index) => step !== others[index]);
    if (fork < 0) continue;
    const place = ways.slice(0, fork).join("/");
    const edge: [string, string] = [upTo(ways, fork), upTo(others, fork)];
    besides.set(place, [...(besides.get(place) ?? []), edge]);
  }
  return [...besides.values()].flatMap((edges) => circlesIn(graphOf(edges)));
}

function upTo(steps: readonly string[], index: number): string {
  return steps.slice(0, index + 1).join("/");
}

function graphOf(edges: readonly (readonly [string, string])[]): Graph {
  const graph = new Map<string, string[]>();
  for (const [from, to] of edges) graph.set(from, [...(graph.get(from) ?? []), to]);
  return graph;
}

/** One way round for each place that can be reached from itself and was in no circle told before. */
function circlesIn(graph: Graph): string[] {
  const told = new Set<string>();
  return [...graph.keys()].flatMap((place) => {
    if (told.has(place)) return [];
    const way = wayRound(graph, place);
    for (const one of way ?? []) told.add(one);
    return way ? [[...way, place].join(" → ")] : [];
  });
}

/** The shortest way from a place back to itself. */
function wayRound(graph: Graph, start: string): string[] | undefined {
  const ways = new Map<string, string[]>([[start, [start]]]);
  for (const [at, way] of ways) {
    for (const next of graph.get(at) ?? []) {
      if (next === start) return way;
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return undefined;
}
