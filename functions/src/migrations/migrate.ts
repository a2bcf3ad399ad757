import * as z from "zod";
import type { Job, Kind, Settled } from "../operations/kind.ts";
import { AppError } from "../platform/errors.ts";
import { type DocumentSnapshot, db, isUnreadable, workspace } from "../platform/firestore.ts";
import { inTurns } from "../platform/in-turns.ts";
import { log } from "../platform/log.ts";
import { raiseMinVersion } from "../settings/settings.ts";
import { changedBy } from "./changed-by.ts";
import { documentsIn } from "./documents.ts";
import { isChanging, isSettling, type Migration, type Settling } from "./migration.ts";
import { isOutdated } from "./outdated.ts";

const Row = z.object({
  path: z.string(),
  about: z.array(z.string()),
  /** Which migration settles it; absent where it goes through those that change it. */
  by: z.string().optional(),
});
type Row = z.infer<typeof Row>;

/** Which migrations: what is not known here is of a newer Hilo, which has to be deployed first. */
const Input = z.object({ names: z.array(z.string()) });

/** So many documents are settled for one commit, and so many of them at the same time: each may read a long thread. */
const mostSettled = 40;
const atOnce = 8;

/** The operation that brings documents into their new shape, while messages arrive. */
export function migrating(all: readonly Migration[]): Kind<Row> {
  const asked = ({ input }: Pick<Job, "input">) =>
    Input.parse(input).names.map((name) => {
      const known = all.find((one) => one.name === name);
      if (known) return known;
      throw new AppError(
        "invalid",
        `The migration ${name} is of a newer version: deploy it first.`,
      );
    });
  return {
    name: "migrate",
    row: Row,
    undo: "operations.all",
    plan: (job) => planned(job.workspaceId, asked(job)),
    apply: (job, rows) => settled(job.workspaceId, asked(job), rows),
    end: (job, write) => {
      const version = Math.max(...asked(job).map((one) => one.version));
      return raiseMinVersion(write, job.workspaceId, version);
    },
  };
}

/** The documents of a workspace that are changed, each once; then those that are settled, migration by migration. */
async function* planned(
  workspaceId: string,
  migrations: readonly Migration[],
): AsyncGenerator<Row> {
  const changing = migrations.filter(isChanging);
  for (const collection of new Set(changing.map((one) => one.collection)))
    for await (const { doc, about } of documentsIn(workspaceId, collection))
      if (changedBy(changing, doc)) yield { path: within(doc), about };
  for (const one of migrations.filter(isSettling))
    for await (const { doc, about } of documentsIn(workspaceId, one.collection))
      if (await isOutdated(workspaceId, one, doc)) yield { path: within(doc), about, by: one.name };
}

function within({ ref }: DocumentSnapshot): string {
  return ref.path.split("/").slice(2).join("/");
}

/** The first rows: those that are changed, or those that one migration settles. */
async function settled(
  workspaceId: string,
  migrations: readonly Migration[],
  rows: readonly Row[],
): Promise<Settled[]> {
  const [first] = rows;
  const other = rows.findIndex(({ by }) => by !== first?.by);
  const alike = rows.slice(0, other < 0 ? rows.length : other);
  const migration = migrations.filter(isSettling).find(({ name }) => name === first?.by);
  const some = migration ? alike.slice(0, mostSettled) : alike;
  const { path } = workspace(workspaceId);
  const found = await db().getAll(...some.map((row) => db().doc(`${path}/${row.path}`)));
  return inTurns([...found.entries()], atOnce, async ([index, doc]) => {
    const about = rows[index]?.about ?? [];
    if (migration) {
      const one = await settledBy(migration, workspaceId, doc);
      return { ...one, about: [...new Set([...about, ...(one.about ?? [])])] };
    }
    const data = changedBy(migrations.filter(isChanging), doc);
    return { ...became([doc.ref], data && [{ update: doc, data }]), about };
  });
}

function became(reads: Settled["reads"], writes: Settled["writes"] = []): Settled {
  return { outcome: writes.length > 0 ? "update" : "same", reads, writes };
}

/** What nobody can read stays as it is, and holds up no other. */
async function settledBy(
  { name, settle }: Settling,
  workspaceId: string,
  doc: DocumentSnapshot,
): Promise<Settled> {
  try {
    const settled = doc.exists ? await settle(workspaceId, doc) : undefined;
    const one = became([doc.ref, ...(settled?.reads ?? [])], settled?.writes);
    return { ...one, about: settled?.about ?? [] };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    log.warn("migration.unreadable", { workspaceId, name, path: within(doc), error });
    return { outcome: "refuse", why: "unreadable", reads: [doc.ref] };
  }
}
