import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { AuditEntry, Member, Settings } from "@hilo/schema";
import { createApi } from "../../functions/src/api.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { read, workspace } from "../../functions/src/platform/firestore.ts";
import {
  createWorkspace,
  inviteAdministrator,
  type NewWorkspace,
} from "../../functions/src/users/new-workspace.ts";
import { inCache, inRoot } from "../../scripts/paths.ts";
import { main } from "../../scripts/workspace-create.ts";
import { during } from "../support/during.ts";
import { house } from "../support/house.ts";
import { listen } from "../support/listen.ts";
import { freshWorkspace, mailedCode, renewed, signInByMail } from "../support/people.ts";
import { type CrashPoint, dyingAt } from "./crashes.ts";

const run = promisify(execFile);

/** All that stands in a workspace. */
async function contentsOf(id: string) {
  const documents = async (name: string) => (await workspace(id).collection(name).get()).docs;
  const found = (await documents("settings")).map((one) => read(Settings, one));
  const members = (await documents("members")).map((one) => read(Member, one));
  const entries = (await documents("audit")).map((one) => read(AuditEntry, one));
  return { settings: found[0], members, entries };
}

const andes = (workspaceId: string, mailbox: string): NewWorkspace => ({
  ...{ workspaceId, mailbox },
  ...{ name: "Andes", timeZone: "UTC", language: "es" },
});

const actionsIn = (entries: (AuditEntry | undefined)[]) =>
  entries.map((entry) => entry?.action).sort();

describe("npm run workspace:create", () => {
  const api = during(async () => {
    const { url, close } = await listen(createApi());
    return { url, stop: async () => void (await close()) };
  });
  let id: string;
  let admin: string;
  beforeEach(() => {
    [id, admin] = [freshWorkspace(), `${newId()}@hilo.test`];
  });

  function argumentsOf(more: Record<string, string>): string[] {
    const about = { project: house.projectId, workspace: id, admin, address: "https://hilo.test" };
    return Object.entries({ ...about, ...more }).map(([name, value]) => `--${name}=${value}`);
  }

  /** What the command says; it throws with that where it refuses. */
  async function create(more: Record<string, string> = {}, ...flags: string[]): Promise<string> {
    const args = [inRoot("scripts/main.mjs"), "workspace-create", ...argumentsOf(more), ...flags];
    // What is compiled once is kept, as for the tests themselves.
    const env = { ...process.env, NODE_COMPILE_CACHE: inCache("compiled") };
    return (await run(process.execPath, args, { env })).stdout;
  }

  /** Opens the mail and accepts; the role that the new session has in the workspace. */
  async function accept(): Promise<unknown> {
    const session = await signInByMail(admin);
    const headers = { authorization: `Bearer ${session.idToken}` };
    const url = `${api.url}/api/v1/invitations/${id}/accept`;
    const { status } = await fetch(url, { method: "POST", headers });
    assert.equal(status, 200);
    const [, claims = ""] = (await renewed(session)).split(".");
    return JSON.parse(Buffer.from(claims, "base64url").toString("utf8")).workspaces[id];
  }

  /** Where the mail leads who opens it. */
  async function continuesAt(): Promise<string | null> {
    const url = `http://${house.auth}/emulator/v1/projects/${house.projectId}/oobCodes`;
    const { oobCodes } = JSON.parse(await (await fetch(url)).text());
    const mail = oobCodes.find((one: { email: string }) => one.email === admin);
    return new URL(mail.oobLink).searchParams.get("continueUrl");
  }

  it("makes settings, an entry of it and an administrator, who gets in by the mail", async () => {
    const said = await create({ name: "Andes", "time-zone": "America/Santiago", language: "en" });
    assert.match(said, new RegExp(`${id} is there. ${admin} gets a link`));
    const { settings, members, entries } = await contentsOf(id);
    assert.deepEqual(
      [settings?.name, settings?.timeZone, settings?.language],
      ["Andes", "America/Santiago", "en"],
    );
    const [{ email, role, acceptedAt, language, invitedBy } = {}] = members;
    assert.deepEqual([email, role, acceptedAt, language], [admin, "admin", null, "en"]);
    assert.equal(invitedBy, "Andes");
    assert.deepEqual(actionsIn(entries), ["users.invite", "workspaces.create"]);
    assert.ok(entries.every((entry) => entry?.actor.type === "system"));
    assert.equal(await continuesAt(), `https://hilo.test/accept?workspace=${id}`);
    assert.equal(await accept(), "admin");
  });

  it("refuses a workspace that is there, and changes nothing", async () => {
    await createWorkspace(andes(id, admin));
    const before = await contentsOf(id);
    const other = { name: "Pampa", admin: `${newId()}@hilo.test` };
    await assert.rejects(create(other), new RegExp(`There is a workspace ${id} already`));
    assert.deepEqual(await contentsOf(id), before);
    assert.equal(await mailedCode(other.admin, "EMAIL_SIGNIN"), undefined);
  });

  it("mails once more when that is asked, to who has not come in", async () => {
    await createWorkspace(andes(id, admin));
    const first = await mailedCode(admin, "EMAIL_SIGNIN");
    await create({}, "--again");
    assert.notEqual(await mailedCode(admin, "EMAIL_SIGNIN"), first);
    assert.equal((await contentsOf(id)).members.length, 1);
    assert.equal(await accept(), "admin");
    await assert.rejects(inviteAdministrator(id, admin), /This person is a member already/);
  });

  it("invites nobody to a workspace that is not there", async () => {
    await assert.rejects(create({}, "--again"), new RegExp(`There is no workspace ${id}`));
    assert.deepEqual(await workspace(id).listCollections(), []);
    assert.equal(await mailedCode(admin, "EMAIL_SIGNIN"), undefined);
  });

  const wrong: [what: string, options: Record<string, string>, words: RegExp][] = [
    ["without a mailbox", { admin: "" }, /--admin and --address are needed.*npm run workspace/s],
    ["for what is no mailbox", { admin: "ana" }, /ana is no mailbox/],
    ["with an id that is no name in a path", { workspace: "a/b" }, /a\/b is no id of a workspace/],
    ["with an id of a wrong beginning", { workspace: "-a" }, /-a is no id of a workspace/],
    ["in a zone nobody knows", { "time-zone": "Chile/Norte" }, /Chile\/Norte is no time zone/],
    ["in a language nobody speaks here", { language: "pt" }, /pt is no language of Hilo's/],
    ["at what is no address", { address: "hilo.test" }, /hilo\.test is no address/],
    ["with an option nobody knows", { owner: "ana" }, /Unknown option '--owner'/],
  ];
  for (const [what, options, words] of wrong)
    it(`is refused ${what}, and nothing is left`, async () => {
      await assert.rejects(main(argumentsOf(options)), words);
      assert.deepEqual(await workspace(id).listCollections(), []);
    });
});

describe("a workspace whose making is cut short", () => {
  /** Its two commits: the workspace with its entry, the administrator with theirs. */
  const points: CrashPoint[] = [1, 2].flatMap((transaction) =>
    (["before", "after"] as const).map((when) => ({ transaction, when })),
  );
  for (const point of points)
    it(`${point.when} commit ${point.transaction} is whole after the same again`, async () => {
      const [workspaceId, admin] = [freshWorkspace(), `${newId()}@hilo.test`];
      const made = andes(workspaceId, admin);
      assert.ok(await dyingAt(point, () => createWorkspace(made)));
      const { settings, entries } = await contentsOf(workspaceId);
      assert.equal(Boolean(settings), actionsIn(entries).includes("workspaces.create"));
      await createWorkspace(made).catch((error) => {
        assert.deepEqual(point, { transaction: 2, when: "after" });
        assert.equal(error.code, "conflict");
        return inviteAdministrator(workspaceId, admin);
      });
      const whole = await contentsOf(workspaceId);
      const created = actionsIn(whole.entries).filter((one) => one === "workspaces.create");
      assert.deepEqual([whole.settings?.name, created.length], ["Andes", 1]);
      assert.deepEqual(
        whole.members.map((member) => [member?.email, member?.role, member?.acceptedAt]),
        [[admin, "admin", null]],
      );
      assert.ok(await mailedCode(admin, "EMAIL_SIGNIN"));
    });
});
