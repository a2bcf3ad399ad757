import type { Emulators } from "./emulators.ts";
import { speaker } from "./floor.ts";
import type { Needs } from "./needs.ts";
import { provide as provideReally } from "./provide.ts";
import { Refusal } from "./refusal.ts";
import type { SuiteOutcome } from "./suite-outcome.ts";

/** As many as there are processors on the machines that run all tests. */
export const laneCount = 2;

/** A piece of work of a test run, done by one lane from its beginning to its end. */
export type Job = {
  title: string;
  needs: Needs;
  /** About how long it takes, in milliseconds: the longest begin first. */
  weight: number;
  /** Whether it begins after all others that need the same. */
  last?: boolean;
  run(environment: Readonly<Record<string, string>>): Promise<SuiteOutcome>;
};

type Provided = Promise<Pick<Emulators, "environment"> | undefined>;

type Settings = {
  lanes: number;
  folder: string;
  ended?: () => boolean;
  provide?: (needs: Needs, folder: string) => Provided;
};

/**
 * Does jobs side by side, each lane with emulators of its own, which it starts when a job first needs them. The
 * first lane begins with what takes the house, so that it comes up while the others do what needs nothing.
 */
export async function runInLanes(
  jobs: readonly Job[],
  { lanes, folder, ended = () => false, provide = provideReally }: Settings,
): Promise<SuiteOutcome[]> {
  const waiting = [...jobs].sort(
    (a, b) => Number(a.last ?? false) - Number(b.last ?? false) || b.weight - a.weight,
  );
  const outcomes: SuiteOutcome[] = [];
  const work = async (lane: number) => {
    const order = lane === 0 ? houseFirst : nothingFirst;
    const provided = new Map<Needs, Provided>();
    for (let job = next(waiting, order); job && !ended(); job = next(waiting, order)) {
      const known = provided.get(job.needs) ?? provide(job.needs, `${folder}/${lane}-${job.needs}`);
      provided.set(job.needs, known);
      outcomes.push(await runIn(known, job));
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, jobs.length) }, (_, lane) => work(lane)));
  return outcomes;
}

const houseFirst: readonly Needs[] = ["house", "nothing", "build", "database"];
const nothingFirst: readonly Needs[] = ["nothing", "build", "database", "house"];

function next(waiting: Job[], order: readonly Needs[]): Job | undefined {
  const need = order.find((one) => waiting.some(({ needs }) => needs === one));
  const at = waiting.findIndex(({ needs }) => needs === need);
  return at < 0 ? undefined : waiting.splice(at, 1)[0];
}

async function runIn(provided: Provided, job: Job): Promise<SuiteOutcome> {
  try {
    return await job.run((await provided)?.environment ?? {});
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { say, end } = speaker();
    say(`\n── ${job.title}\n${error.message}\n`);
    end();
    return { passed: 0, failures: [`${job.title}: ${error.message}`] };
  }
}
