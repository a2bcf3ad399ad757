import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { speaker } from "./floor.ts";
import { type Job, laneCount } from "./lanes.ts";
import { root } from "./paths.ts";
import { runSuite } from "./run-suite.ts";
import type { SuiteOutcome } from "./suite-outcome.ts";
import { filesOf, type SuiteName, suite } from "./suites.ts";
import { readTimes } from "./time-table.ts";

/** The most that a process of tests should take, in milliseconds; a longer file has one of its own. */
const most = 45_000;
/** Work that is shorter is not cut for the lanes: a process loads the modules of its tests again. */
const least = 8_000;

/** A suite's files, or the chosen ones, in portions that two processes can share. */
export function jobsOf(name: SuiteName, chosen: readonly string[] = filesOf(name)): Job[] {
  const portions = portionsOf(chosen, suite(name));
  return portions.map(({ files, weight }, i) => {
    const title = portions.length > 1 ? `${name} ${i + 1} of ${portions.length}` : name;
    return {
      title,
      needs: suite(name).needs,
      weight,
      last: suite(name).last ?? false,
      run: (environment) => runSuite(name, title, files, { ...environment, ...placeOf(name, i) }),
    };
  });
}

/** Sign-in knows one project a run, so that only what signs nobody in can have one of its own. */
function placeOf(name: SuiteName, portion: number): { GCLOUD_PROJECT?: string } {
  return suite(name).apart ? { GCLOUD_PROJECT: `demo-${name}-${portion}` } : {};
}

type Shared = Pick<ReturnType<typeof suite>, "usual" | "needs">;
type Portion = { files: string[]; weight: number };

/**
 * In order of their names, since neighbours share modules; cut so that all lanes end at about the same time, where a
 * lane has nothing to start for it.
 */
function portionsOf(files: readonly string[], { usual, needs }: Shared): Portion[] {
  const times = readTimes();
  const weights = files.map((file) => times[file] ?? usual);
  const whole = weights.reduce((total, one) => total + one, 0);
  const fair = needs === "nothing" && whole >= least ? whole / laneCount : Infinity;
  const portions: Portion[] = [];
  files.forEach((file, i) => {
    const weight = weights[i] ?? usual;
    const room = portions.find(
      (one) => one.weight + weight <= most && one.weight + weight / 2 <= fair,
    );
    if (room) {
      room.files.push(file);
      room.weight += weight;
    } else portions.push({ files: [file], weight });
  });
  return portions;
}

/** What is looked at without running it; each counts as one test. */
export const inspections: readonly Job[] = [
  inspection("format and lint", "lint", 5_000),
  inspection("types", "types", 20_000),
];

export const buildJob: Job = inspection("build", "build", 15_000);

function inspection(title: string, script: string, weight: number): Job {
  return {
    title,
    needs: "nothing",
    weight,
    run: async (): Promise<SuiteOutcome> => {
      const { say, end } = speaker();
      const { ok, output } = await runScript(script);
      say(`\n── ${title}: ${ok ? "nothing to complain about" : "it fails"}\n${output}`);
      end();
      return { passed: ok ? 1 : 0, failures: ok ? [] : [title] };
    },
  };
}

const run = promisify(execFile);

/** A script of package.json, by Node itself: npm takes half a second to begin. */
async function runScript(script: string): Promise<{ ok: boolean; output: string }> {
  try {
    await run(process.execPath, ["--run", script], { cwd: root, maxBuffer: 2 ** 26 });
    return { ok: true, output: "" };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { ok: false, output: stdout + stderr };
  }
}
