import * as z from "zod";
import type { Job, Kind, Settled } from "../operations/kind.ts";
import { AppError } from "../platform/errors.ts";
import { type DocumentSnapshot, db, workspace } from "../platform/firestore.ts";
import { raiseMinVersion } from "../settings/settings.ts";
import { changedBy } from "./changed-by.ts";
import { documentsIn } from "./documents.ts";
import type { Migration } from "./migration.ts";

const Row = z.object({ path: z.string(), about: z.array(z.string()) });
type Row = z.infer<typeof Row>;

/** Which migrations: what is not known here is of a newer Hilo, which has to be deployed first. */
const Input = z.object({ names: z.array(z.string()) });

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
    plan: (job) => outdated(job.workspaceId, asked(job)),
    apply: async (job, rows) => {
      const { path } = workspace(job.workspaceId);
      const found = await db().getAll(...rows.map((row) => db().doc(`${path}/${row.path}`)));
      return found.map((doc, index) => settledBy(asked(job), doc, rows[index]?.about ?? []));
    },
    end: (job, write) => {
      const version = Math.max(...asked(job).map((one) => one.version));
      return raiseMinVersion(write, job.workspaceId, version);
    },
  };
}

/** The documents of a workspace that some migrations change. */
async function* outdated(
  workspaceId: string,
  migrations: readonly Migration[],
): AsyncGenerator<Row> {
  for (const collection of new Set(migrations.map((one) => one.collection)))
    for await (const { doc, about } of documentsIn(workspaceId, collection))
      if (changedBy(migrations, doc))
        yield { path: doc.ref.path.split("/").slice(2).join("/"), about };
}

function settledBy(
  migrations: readonly Migration[],
  update: DocumentSnapshot,
  about: string[],
): Settled {
  const data = changedBy(migrations, update);
  const reads = [update.ref];
  return data
    ? { outcome: "update", reads, about, writes: [{ update, data }] }
    : { outcome: "same", reads };
}
