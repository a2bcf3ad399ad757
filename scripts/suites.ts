import { globSync } from "node:fs";
import type { Needs } from "./needs.ts";
import { root } from "./paths.ts";

type Suite = {
  files: string[];
  needs: Needs;
  /** Milliseconds a test may take when it does not say itself. */
  timeout: number;
  /** About how many milliseconds a file takes whose time is not known yet. */
  usual: number;
  /** The programs it runs besides what its files import, by the files they begin with. */
  runs: string[];
  /** Whether each process works in a project of its own: what others left in the database would slow it. */
  apart?: boolean;
  /** Whether it comes after the others that need the same: closed pages leave the emulator work that slows who follows. */
  last?: boolean;
};

const house = [
  "functions/src/index.ts",
  "simulator/src/main.ts",
  "scripts/build.ts",
  "scripts/build-functions.ts",
  "scripts/provide.ts",
  "scripts/seed/index.ts",
];

/** What is built for browsers. */
export const screens = [
  "console/src/main.ts",
  "console/vite.config.ts",
  "simulator/src/page/main.ts",
  "simulator/vite.config.ts",
  "widget/src/chat/main.ts",
  "widget/src/loader/main.ts",
  "widget/vite.config.ts",
  "widget/loader.config.ts",
];

const suites = {
  unit: {
    files: [
      "test/*.test.ts",
      "test/{schema,bricks,functions,console,widget,simulator,scripts}/**/*.test.ts",
    ],
    needs: "nothing",
    timeout: 60_000,
    usual: 100,
    runs: ["scripts/mocha.ts"],
  },
  rules: {
    files: ["test/rules/**/*.test.ts"],
    needs: "database",
    timeout: 120_000,
    usual: 3_000,
    runs: ["scripts/mocha.ts", "scripts/provide.ts"],
  },
  journeys: {
    files: ["test/journeys/**/*.{journey,test}.ts"],
    needs: "house",
    timeout: 300_000,
    usual: 10_000,
    runs: ["scripts/mocha.ts", ...house],
  },
  browser: {
    files: ["test/browser/**/*.{browser,test}.ts"],
    needs: "house",
    timeout: 300_000,
    usual: 10_000,
    runs: ["scripts/mocha.ts", ...house, ...screens],
    last: true,
  },
  delivery: {
    files: ["test/delivery/*.test.ts"],
    needs: "database",
    timeout: 300_000,
    usual: 10_000,
    runs: ["scripts/mocha.ts", "scripts/provide.ts"],
  },
  histories: {
    files: ["test/delivery/histories/*.test.ts"],
    needs: "database",
    timeout: 300_000,
    usual: 10_000,
    runs: ["scripts/mocha.ts", "scripts/provide.ts"],
    apart: true,
  },
} as const satisfies Record<string, Suite>;

export type SuiteName = keyof typeof suites;

export const suiteNames = Object.keys(suites) as SuiteName[];

export function isSuite(name: string | undefined): name is SuiteName {
  return name !== undefined && name in suites;
}

export function suite(name: SuiteName): Suite {
  const { files, runs, ...rest } = suites[name];
  return { ...rest, files: [...files], runs: [...runs] };
}

/** The test files of a suite, in order of their names. */
export function filesOf(name: SuiteName): string[] {
  return globSync([...suites[name].files], { cwd: root }).sort();
}
