import { globSync } from "node:fs";
import { root } from "./paths.ts";
import type { Needs } from "./provide.ts";

type Suite = {
  files: string[];
  needs: Needs;
  /** Milliseconds a test may take when it does not say itself. */
  timeout: number;
};

const suites = {
  unit: {
    files: [
      "test/*.test.ts",
      "test/{schema,functions,console,widget,simulator,scripts}/**/*.test.ts",
    ],
    needs: "nothing",
    timeout: 10_000,
  },
  rules: { files: ["test/rules/**/*.test.ts"], needs: "database", timeout: 20_000 },
  journeys: { files: ["test/journeys/**/*.{journey,test}.ts"], needs: "house", timeout: 60_000 },
  browser: { files: ["test/browser/**/*.{browser,test}.ts"], needs: "house", timeout: 60_000 },
  // Last: its thousands of histories leave the emulator slow.
  delivery: { files: ["test/delivery/**/*.test.ts"], needs: "database", timeout: 60_000 },
} as const satisfies Record<string, Suite>;

export type SuiteName = keyof typeof suites;

export const suiteNames = Object.keys(suites) as SuiteName[];

export function isSuite(name: string | undefined): name is SuiteName {
  return name !== undefined && name in suites;
}

export function suite(name: SuiteName): Suite {
  return { ...suites[name], files: [...suites[name].files] };
}

/** The test files of a suite, in order of their names. */
export function filesOf(name: SuiteName): string[] {
  return globSync([...suites[name].files], { cwd: root }).sort();
}
