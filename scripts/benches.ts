import type { Needs } from "./needs.ts";
import { inRoot } from "./paths.ts";
import { screens } from "./suites.ts";

type Bench = {
  needs: Needs;
  /** Where `npm test` holds its budget, too: what that takes. */
  held?: Held;
};

type Held = {
  /** About how long it takes, in milliseconds. */
  weight: number;
  /** The programs it measures besides what its file imports, by the files they begin with. */
  measures?: readonly string[];
  /** What it is told when not run by hand. */
  environment?: Readonly<Record<string, string>>;
};

/** The benchmarks, each in test/bench/<name>.ts. Those that count are held; those that take times are run by hand. */
const benches: Record<string, Bench> = {
  ops: { needs: "database", held: { weight: 8_000 } },
  exchange: { needs: "database", held: { weight: 8_000 } },
  size: { needs: "build", held: { weight: 1_000, measures: screens } },
  rules: { needs: "database", held: { weight: 30_000, environment: { MUTANTS: "60" } } },
  ingest: { needs: "database" },
  cold: { needs: "build" },
  live: { needs: "house" },
  reads: { needs: "database" },
  together: { needs: "database" },
  classify: { needs: "nothing", held: { weight: 20_000 } },
};

export function benchNeeds(name: string): Needs | undefined {
  return benches[name]?.needs;
}

export function benchFile(name: string): string {
  return inRoot("test/bench", `${name}.ts`);
}

export type HeldBench = Held & { name: string; needs: Needs };

export const heldBenches: readonly HeldBench[] = Object.entries(benches).flatMap(
  ([name, { needs, held }]) => (held ? [{ name, needs, ...held }] : []),
);
