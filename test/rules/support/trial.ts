import { actors } from "./actors.ts";
import { documents } from "./documents.ts";
import type { Probe } from "./probes.ts";
import type { RestProject } from "./rest.ts";

export type Verdict =
  /** The emulator does not take these rules. */
  | { outcome: "invalid" }
  /** No probe tells them from the right ones. */
  | { outcome: "survived" }
  | { outcome: "killed"; by: Probe };

/** How many probes are under way at once. */
const parallel = 16;

/** Puts a workspace and its neighbour into a project. */
export async function furnish(project: RestProject): Promise<void> {
  await project.clear();
  for (const [path, data] of documents()) await project.force("update", path, data);
}

/** Asks everything of a set of rules until one answer is wrong. */
export async function tryRules(
  project: RestProject,
  rules: string,
  probes: readonly Probe[],
): Promise<Verdict> {
  if (!(await project.load(rules))) return { outcome: "invalid" };
  const by = await firstWrong(project, probes);
  if (!by) return { outcome: "survived" };
  // What should not have been written is there now.
  if (by.question.does !== "get" && by.question.does !== "list") await furnish(project);
  return { outcome: "killed", by };
}

async function firstWrong(
  project: RestProject,
  probes: readonly Probe[],
): Promise<Probe | undefined> {
  for (const some of batches(probes)) {
    const answers = await Promise.all(some.map((probe) => isRight(project, probe)));
    const wrong = some.find((_, index) => !answers[index]);
    if (wrong) return wrong;
  }
  return undefined;
}

/** In the order given; a probe that needs something to be there, or not to be, is asked alone. */
function batches(probes: readonly Probe[]): Probe[][] {
  const all: Probe[][] = [];
  for (const probe of probes) {
    const last = all.at(-1);
    const joins = last?.[0] && !needsState(probe) && !needsState(last[0]);
    if (joins && last.length < parallel) last.push(probe);
    else all.push([probe]);
  }
  return all;
}

/** Whether what is there decides if a probe creates or updates. */
function needsState({ question }: Probe): boolean {
  return question.data !== undefined && question.to.endsWith("/presences/{own}");
}

async function isRight(project: RestProject, probe: Probe): Promise<boolean> {
  const { who, question, path, may } = probe;
  const { does, data } = question;
  if (needsState(probe))
    await project.force(does === "create" ? "delete" : "update", path, { a: 1 });
  return (await project.may(actors[who], does, path, data)) === may;
}
