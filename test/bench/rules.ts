import { readFileSync } from "node:fs";
import { randomFrom, shuffled } from "../delivery/shuffle.ts";
import { type Mutant, mutantsOf } from "../rules/support/mutants.ts";
import { everyProbe, nearestFirst, type Probe, probes } from "../rules/support/probes.ts";
import { RestProject } from "../rules/support/rest.ts";
import { furnish, tryRules, type Verdict } from "../rules/support/trial.ts";
import { commitSeed } from "../support/commit-seed.ts";
import { house } from "../support/house.ts";
import { report } from "./support/report.ts";

// Changes firestore.rules token by token and lets the tables judge: `npm run bench:rules`. MUTANTS is how many are
// tried, all when not said: which ones is drawn by MUTANT_SEED, or else by the commit.

type Tried = { mutant: Mutant; verdict: Verdict };

/** How many mutants are judged side by side, each in a project of its own. */
const workers = 3;
const leastOfAll = 0.95;
/** Of some, chance alone decides a few. */
const leastOfSome = 0.9;

const rules = readFileSync(new URL("../../firestore.rules", import.meta.url), "utf8");
await demandRight();
const all = mutantsOf(rules);
const queue = chosen(all, Number(process.env.MUTANTS ?? Infinity));
const tried = await Promise.all(Array.from({ length: workers }, (_, index) => work(index)));
tell(tried.flat(), tried.flat().length < all.length ? leastOfSome : leastOfAll);

/** The rules as they stand must pass, or every mutant would seem killed. */
async function demandRight(): Promise<void> {
  const project = new RestProject(house.firestore, "demo-mutant-none");
  await furnish(project);
  const verdict = await tryRules(project, rules, everyProbe());
  if (verdict.outcome === "survived") return;
  const why = verdict.outcome === "killed" ? nameOf(verdict.by) : "the emulator refuses them";
  throw new Error(`firestore.rules are wrong as they stand: ${why}.`);
}

function chosen(mutants: readonly Mutant[], most: number): Mutant[] {
  if (!(most > 0)) throw new Error("MUTANTS is a number above 0");
  if (mutants.length <= most) return [...mutants];
  const seed = Number(process.env.MUTANT_SEED ?? commitSeed());
  console.log(`MUTANT_SEED=${seed} MUTANTS=${most} (of ${mutants.length})`);
  return shuffled(mutants, randomFrom(seed)).slice(0, most);
}

async function work(index: number): Promise<Tried[]> {
  const project = new RestProject(house.firestore, `demo-mutant-${index}`);
  await furnish(project);
  const done: Tried[] = [];
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const quick = await tryRules(project, mutant.rules, nearestFirst(probes(), mutant.subject));
    const survived = quick.outcome === "survived";
    const verdict = survived ? await tryRules(project, mutant.rules, everyProbe()) : quick;
    done.push({ mutant, verdict });
  }
  return done;
}

function tell(done: readonly Tried[], least: number): void {
  const valid = done.filter(({ verdict }) => verdict.outcome !== "invalid");
  const survivors = valid.filter(({ verdict }) => verdict.outcome === "survived");
  const opening = valid.filter(({ verdict }) => verdict.outcome === "killed" && verdict.by.crosses);
  for (const { mutant } of survivors.sort((a, b) => a.mutant.line - b.mutant.line))
    console.log(`survived, line ${mutant.line}: ${mutant.was} → ${mutant.becomes || "nothing"}`);
  const share = valid.length === 0 ? 0 : 1 - survivors.length / valid.length;
  report([
    {
      what: "mutants of firestore.rules that a table row kills",
      figure: `${valid.length - survivors.length} of ${valid.length} (${(share * 100).toFixed(1)} %)`,
      budget: `≥ ${least * 100} %`,
      ok: share >= least,
    },
    {
      what: "of these, killed because they let a stranger in",
      figure: String(opening.length),
      budget: "> 0",
      ok: opening.length > 0,
    },
  ]);
}

function nameOf({ who, question, path, may }: Probe): string {
  return `${who} should ${may ? "" : "not "}be able to ${question.does} ${path}`;
}
