import { setTimeout as wait } from "node:timers/promises";
import { Operation, Settings } from "@hilo/schema";
import { documentsIn } from "../../functions/src/migrations/documents.ts";
import type { Migration } from "../../functions/src/migrations/migration.ts";
import { isOutdated } from "../../functions/src/migrations/outdated.ts";
import { kinds, migrations } from "../../functions/src/operation-kinds.ts";
import { enter } from "../../functions/src/operations/begin.ts";
import { operationsOf, runningOf } from "../../functions/src/operations/store.ts";
import { allWorkspaces, read } from "../../functions/src/platform/firestore.ts";
import { settingsAt } from "../../functions/src/settings/store.ts";
import { Refusal } from "../refusal.ts";

type Say = (words: string) => void;

/** How often the operation is asked how it stands (ms), and how long nobody may come to it before that is said. */
const askEveryMs = 1000;
const patienceMs = 150_000;

/** What an older version, which still runs somewhere, writes meanwhile, is found by looking again so often. */
const mostRounds = 3;

/** The workspaces whose documents are looked at. Throws a Refusal when the one that was named is not there. */
export async function workspacesToMigrate(named: string | undefined): Promise<string[]> {
  const all = await allWorkspaces();
  if (named === undefined) return all;
  if (all.includes(named)) return [named];
  throw new Refusal(`There is no workspace ${named}.`);
}

/** Says of each migration how many documents of a workspace it would change. */
export async function countOutdated(
  workspaceId: string,
  say: Say,
  all: readonly Migration[] = migrations,
): Promise<number> {
  let sum = 0;
  for (const migration of all) {
    let [found, some] = [0, 0];
    for await (const { doc } of documentsIn(workspaceId, migration.collection)) {
      found += 1;
      if (await isOutdated(workspaceId, migration, doc)) some += 1;
    }
    say(`${workspaceId}: ${migration.name} would change ${some} of ${found}`);
    sum += some;
  }
  return sum;
}

/** Has a workspace's documents migrated, and watches until that is done. Throws a Refusal when it failed. */
export async function migrate(workspaceId: string, say: Say): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const id = (await underWay(workspaceId)) ?? (await entered(workspaceId));
    if (id === undefined) break;
    if ((await watch(workspaceId, id, say)) > 0) return;
  }
  say(`${workspaceId}: everything is as this version has it`);
}

/** One that was begun before, and goes on. */
async function underWay(workspaceId: string): Promise<string | undefined> {
  const { docs } = await runningOf(workspaceId, kinds.migrate.name).get();
  return docs[0]?.id;
}

/** A new one; undefined where nothing is left to do. */
async function entered(workspaceId: string): Promise<string | undefined> {
  const isLeft = (await countOutdated(workspaceId, () => undefined)) > 0;
  if (!isLeft && (await isTold(workspaceId))) return undefined;
  const house = { type: "system", id: "migrate", name: "npm run migrate" } as const;
  const names = migrations.map(({ name }) => name);
  return enter({ ...house, workspaceId, requestId: "", ip: "" }, kinds.migrate, { names });
}

/** Whether consoles know already what stands here, or there are none. */
async function isTold(workspaceId: string): Promise<boolean> {
  const newest = Math.max(...migrations.map(({ version }) => version));
  const settings = read(Settings, await settingsAt(workspaceId).get());
  return !settings || settings.minVersion >= newest;
}

/** Gives how many documents nobody could read. */
async function watch(workspaceId: string, id: string, say: Say): Promise<number> {
  let [told, since] = ["", Date.now()];
  for (;;) {
    const operation = read(Operation, await operationsOf(workspaceId).doc(id).get());
    if (!operation) throw new Refusal(`${workspaceId}: the operation ${id} is gone.`);
    const { state, counts, error } = operation;
    if (state === "failed") throw new Refusal(`${workspaceId}: ${failed(error)}`);
    if (state !== "running") {
      say(`${workspaceId}: ${ended(counts)}`);
      return counts.refuse;
    }
    const words = standing(operation);
    const isNews = words !== told;
    if (isNews || Date.now() - since > patienceMs) {
      say(`${workspaceId}: ${isNews ? words : unattended}`);
      [told, since] = [words, Date.now()];
    }
    await wait(askEveryMs);
  }
}

function standing({ step, done, total }: Operation): string {
  return step === "plan" ? "is looking for what is to change" : `${done} of ${total}`;
}

const unattended =
  "nobody works on it. Is this version deployed, and does its schedule run each minute? In development: npm start.";

function ended({ update, refuse }: Operation["counts"]): string {
  const changed = `changed ${update} documents`;
  if (refuse === 0) return changed;
  return `${changed}; ${refuse} that nobody can read stay as they are: the functions' log names them (migration.unreadable)`;
}

function failed(code: string | undefined): string {
  return code === "invalid"
    ? "the house does not know these migrations. Deploy this version, then run this again."
    : `failed (${code}). What was changed stays; the log of the functions tells why. Run this again to go on.`;
}
