import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { understood } from "./options.ts";
import { Refusal } from "./refusal.ts";

const usage = `npm run migrate -- --project my-project --dry-run

Has the documents of a deployed Hilo brought into the shape that this version gives them, while it is in use. The house
does the work: deploy first. What is stopped or killed goes on; what is done is not done again.

  --project …      the Firebase project; its emulators where it is a demo- project or the SDKs' variables name them
  --workspace …    only this workspace; all when not said
  --dry-run        says how many documents would change, and changes none
  --help           this text

Google has to know you as somebody who may write to the project: gcloud auth application-default login`;

const options = {
  project: { type: "string" },
  workspace: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** `npm run migrate`. Throws a Refusal that says what to do. */
export async function main(args: string[]): Promise<void> {
  const values = understood(() => parseArgs({ args, options }), usage);
  if (values.help) return console.log(usage);
  if (!values.project) throw new Refusal(`--project is needed.\n\n${usage}`);
  setEnvironment(values.project);
  const { countOutdated, migrate, workspacesToMigrate } = await import("./migrate/run.ts");
  const run = values["dry-run"] ? countOutdated : migrate;
  for (const id of await workspacesToMigrate(values.workspace)) await run(id, console.log);
  process.exit(); // The database's connections would hold it.
}

/** The functions read where they are from their environment, as in the cloud. */
function setEnvironment(project: string): void {
  process.env.GCLOUD_PROJECT = project;
  if (project.startsWith("demo-")) process.env.FIRESTORE_EMULATOR_HOST ??= "127.0.0.1:8080";
  // Nothing is signed or sealed here, but no functions are configured without an address and a key.
  process.env.PUBLIC_BASE_URL ??= "http://127.0.0.1:5000";
  process.env.HILO_KEY ??= randomBytes(32).toString("base64");
}
