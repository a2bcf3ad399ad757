import { execFileSync } from "node:child_process";
import { relative } from "node:path";
import { importsOf, type Source, sources } from "../test/support/sources.ts";
import { benchFile, heldBenches } from "./benches.ts";
import { root } from "./paths.ts";
import { filesOf, type SuiteName, suite, suiteNames } from "./suites.ts";

type Reached = Record<SuiteName, string[]> & {
  /** The names of the benchmarks that are held. */
  benches: string[];
};

/** The test files and benchmarks that what changed since a commit (HEAD when not said) can reach, uncommitted work included. */
export function changedTests(since = "HEAD"): Reached {
  return reachedBy(changedSince(since));
}

function changedSince(since: string): string[] {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  const changed = git("diff", "--name-only", since).split("\n");
  const added = git("ls-files", "--others", "--exclude-standard").split("\n");
  return [...changed, ...added].filter(Boolean);
}

/** The test files from which imports lead to a changed file, or whose suite runs a program in which it stands. */
export function reachedBy(changed: readonly string[]): Reached {
  const graph = importGraph(sources("**/*.{ts,mjs}"));
  const blind = changed.filter((path) => !code.test(path));
  const touched = new Set(changed);
  const all = blind.some((path) => !documents.test(path));
  const entries = suiteNames.map((name) => {
    const runs = suite(name).runs.some((pattern) => touches(graph, pattern, touched));
    const own = filesOf(name).filter((file) => all || runs || touches(graph, file, touched));
    return [name, own];
  });
  const reached = Object.fromEntries(entries) as Record<SuiteName, string[]>;
  const benches = heldBenches.filter(({ name, measures = [] }) =>
    [relative(root, benchFile(name)), ...measures].some(
      (file) => all || touches(graph, file, touched),
    ),
  );
  return {
    ...reached,
    unit: [...new Set([...reached.unit, ...agreements()])],
    benches: benches.map(({ name }) => name),
  };
}

/** Who reads these is known by their imports; of one that was deleted, the readers have changed, too. */
const code = /\.(ts|mjs)$/;

/** What no program reads; every other file that is not code may be read by any test. */
const documents = /^(docs\/.*|[^/]+\.md|LICENSE)$/;

/** They read files of every kind, documents too. */
function agreements(): string[] {
  return filesOf("unit").filter((file) => /^test\/[^/]+$/.test(file));
}

type Graph = Map<string, string[]>;

function importGraph(files: readonly Source[]): Graph {
  const targets = (file: Source) => importsOf(file).filter(({ typeOnly }) => !typeOnly);
  return new Map(files.map((file) => [file.path, targets(file).map(({ target }) => at(target))]));
}

/** A workspace's package by the file it stands for. */
function at(target: string): string {
  const [, workspace, name = "index"] = /^@hilo\/(\w+)(?:\/(.+))?$/.exec(target) ?? [];
  return workspace ? `${workspace}/src/${name}.ts` : target;
}

/** Whether a file, or what it imports directly or not, is among the touched ones. */
function touches(graph: Graph, file: string, touched: ReadonlySet<string>): boolean {
  const seen = new Set([file]);
  for (const one of seen) {
    if (touched.has(one)) return true;
    for (const next of graph.get(one) ?? []) seen.add(next);
  }
  return false;
}
