import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import type { NewWorkspace } from "../functions/src/users/new-workspace.ts";
import { languages } from "../schema/src/languages.ts";
import { addressOf, understood } from "./options.ts";
import { Refusal } from "./refusal.ts";

const usage = `npm run workspace:create -- --project my-project --workspace acme --admin ana@acme.example --address https://hilo.example

Makes a workspace of a deployed Hilo and invites who administers it first: Firebase mails them a link to sign in.

  --project …      the Firebase project; its emulators where the SDKs' variables name them
  --workspace …    the workspace's id: 1-63 of a-z, 0-9 and -
  --admin …        the mailbox of its first administrator
  --address …      the public address of this Hilo; or PUBLIC_BASE_URL
  --name …         what it is called; its id when not said
  --time-zone …    where its days begin, such as America/Santiago; UTC when not said
  --language …     ${languages.join(" or ")}; es when not said
  --again          it is there, and an administrator is to be invited, once more or besides
  --help           this text

Google has to know you as somebody who may write to the project: gcloud auth application-default login`;

const options = {
  project: { type: "string" },
  workspace: { type: "string" },
  admin: { type: "string" },
  address: { type: "string" },
  name: { type: "string" },
  "time-zone": { type: "string", default: "UTC" },
  language: { type: "string", default: "es" },
  again: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

/** `npm run workspace:create`. Throws a Refusal that says what to do. */
export async function main(args: string[]): Promise<void> {
  const values = understood(() => parseArgs({ args, options }), usage);
  if (values.help) return console.log(usage);
  const { project, workspace, admin, address = process.env.PUBLIC_BASE_URL } = values;
  if (!project || !workspace || !admin || !address)
    throw new Refusal(`--project, --workspace, --admin and --address are needed.\n\n${usage}`);
  const made = await checked(values);
  setEnvironment(project, addressOf(address).href);
  await make(made, values.again);
  console.log(`\nThe workspace ${workspace} is there. ${admin} gets a link to sign in by mail.\n`);
  process.exit(); // The database's connections would hold it.
}

/** The functions read where they are from their environment, as in the cloud. */
function setEnvironment(project: string, address: string): void {
  process.env.GCLOUD_PROJECT = project;
  process.env.PUBLIC_BASE_URL = address;
  // A person's calls of Firebase Authentication are counted for a project, which has to be named.
  if (!process.env.GOOGLE_APPLICATION_CREDENTIALS)
    process.env.GOOGLE_CLOUD_QUOTA_PROJECT ??= project;
  // Nothing is sealed here, but no functions are configured without a key.
  process.env.HILO_KEY ??= randomBytes(32).toString("base64");
}

/** What is asked for, in the shape of a new workspace. Throws a Refusal that names what is wrong. */
async function checked(values: Options): Promise<NewWorkspace> {
  const { workspace, admin, name = workspace, "time-zone": timeZone, language } = values;
  const asked = { workspaceId: workspace, mailbox: admin, name, timeZone, language };
  const { NewWorkspace } = await import("../functions/src/users/new-workspace.ts");
  const { data, error } = NewWorkspace.safeParse(asked);
  if (data) return data;
  throw new Refusal(error.issues.map(({ path }) => wrong(asked, path[0])).join("\n"));
}

async function make(made: NewWorkspace, again: boolean): Promise<void> {
  const users = await import("../functions/src/users/new-workspace.ts");
  const { workspaceId, mailbox } = made;
  const work = again
    ? users.inviteAdministrator(workspaceId, mailbox)
    : users.createWorkspace(made);
  await work.catch((error: unknown) => {
    throw new Refusal(`${error instanceof Error ? error.message : error}\n\n${whatThen}`);
  });
}

const whatThen =
  "What is there already was left as it is. Where the workspace is there, --again invites its administrator.";

function wrong(asked: Record<string, string | undefined>, field: PropertyKey = ""): string {
  const words: Record<string, string> = {
    workspaceId: "is no id of a workspace: 1-63 of a-z, 0-9 and -, the first no -.",
    mailbox: "is no mailbox.",
    name: "is no name: 1-80 characters.",
    timeZone: "is no time zone of the IANA's, such as America/Santiago.",
    language: `is no language of Hilo's: ${languages.join(", ")}.`,
  };
  return `${asked[String(field)]} ${words[String(field)]}`;
}
