import assert from "node:assert/strict";
import { invitationMs, Member } from "@hilo/schema";
import { createApi } from "../../functions/src/api.ts";
import { accounts } from "../../functions/src/platform/accounts.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { read, workspace } from "../../functions/src/platform/firestore.ts";
import { during } from "../support/during.ts";
import { house } from "../support/house.ts";
import { listen } from "../support/listen.ts";
import {
  changeOwnAccount,
  choosePassword,
  forgetPassword,
  freshWorkspace,
  type KeptSession,
  mailedCode,
  makeAccount,
  makeMember,
  renewed,
  sessionOf,
  signIn,
  signInByMail,
} from "../support/people.ts";

type Request = { method?: string; body?: object; headers?: Record<string, string> };

/** Two workspaces whose administrators are strangers, and a mailbox that both want. */
describe("an invitation", () => {
  const api = during(async () => {
    const { url, close } = await listen(createApi());
    return { url, stop: async () => void (await close()) };
  });
  let a: string;
  let b: string;
  let byA: string;
  let byB: string;
  let email: string;
  beforeEach(async () => {
    [a, b] = [freshWorkspace(), freshWorkspace()];
    byA = await signIn(await makeMember(a, "admin"));
    byB = await signIn(await makeMember(b, "admin"));
    email = `${newId()}@hilo.test`;
  });

  async function callApi(token: string, path: string, request: Request = {}) {
    const { body, method = body ? "POST" : "GET", headers } = request;
    const answer = await fetch(`${api.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { "content-type": "application/json" } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const json = (await answer.json()) as Record<string, unknown>;
    return { status: answer.status, json, code: json.code };
  }

  const invite = (by: string, to = email) =>
    callApi(by, "/members", { body: { email: to, name: "Rocío", role: "admin" } });

  const accept = (session: KeptSession, workspaceId = a) =>
    callApi(session.idToken, `/invitations/${workspaceId}/accept`, { method: "POST" });

  /** Whether a session, renewed, reads a workspace through the API and through the rules. */
  async function reads(session: KeptSession, workspaceId = a): Promise<boolean> {
    const token = await renewed(session).catch(() => session.idToken);
    const headers = { "X-Workspace": workspaceId };
    const byApi = await callApi(token, "/channels", { headers });
    const url = `http://${house.firestore}/v1/projects/${house.projectId}/databases/(default)/documents/workspaces/${workspaceId}/members`;
    const byRules = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(byApi.status === 200, byRules.status === 200, `${byApi.status} ${byRules.status}`);
    return byRules.status === 200;
  }

  /** What the owner of the mailbox does: opens mail after mail until the invitation is accepted. */
  async function ownerAccepts(workspaceId = a): Promise<KeptSession> {
    for (;;) {
      const session = await signInByMail(email);
      const { status, code } = await accept(session, workspaceId);
      if (status === 200) return session;
      assert.equal(code, "unproved");
    }
  }

  async function stateOf(uid: unknown): Promise<unknown> {
    const { json } = await callApi(byA, "/members");
    const items = json.items as { id: string; invitation: string }[];
    return items.find(({ id }) => id === uid)?.invitation;
  }

  it("gives nothing until it is accepted by the mail's owner, and then the role", async () => {
    const { status, json } = await invite(byA);
    assert.equal(status, 201);
    assert.deepEqual(Object.keys(json).sort(), ["invited", "uid"]);
    assert.equal(await stateOf(json.uid), "invited");
    const session = await signInByMail(email);
    assert.equal(await reads(session), false);
    const told = await callApi(session.idToken, `/invitations/${a}`);
    assert.deepEqual([told.json.state, told.json.role], ["invited", "admin"]);
    assert.equal((await accept(session)).status, 200);
    assert.equal(await reads(session), true);
    assert.equal(await stateOf(json.uid), "accepted");
    assert.equal((await accept(session)).status, 200);
    assert.equal((await invite(byA)).code, "conflict");
  });

  it("sets a password that lets in the next time, and ends other sessions", async () => {
    await invite(byA);
    const session = await ownerAccepts();
    const set = (password: string) =>
      callApi(session.idToken, "/accounts/password", { body: { password } });
    assert.equal((await set("short")).status, 422);
    assert.equal((await set("chosen-password-1")).status, 200);
    const next = await sessionOf({ email, password: "chosen-password-1" });
    assert.equal(await reads(next), true);
    await invite(byB);
    assert.equal((await accept(next, b)).status, 200);
    assert.equal(await reads(next, b), true);
  });

  it("can be given work and be changed before it is accepted, and is disabled like any member", async () => {
    const { json } = await invite(byA);
    const uid = String(json.uid);
    const change = (body: object) => callApi(byA, `/members/${uid}`, { method: "PATCH", body });
    assert.equal((await change({ role: "agent" })).status, 200);
    assert.equal((await (await accounts()).getUser(uid)).customClaims?.workspaces?.[a], undefined);
    const session = await signInByMail(email);
    assert.deepEqual((await accept(session)).json, { workspaceId: a, role: "agent" });
    await change({ enabled: false });
    // Within the second in which it began, a session cannot be told from one begun after its end.
    const { code } = await accept(session);
    assert.ok(code === "sessionEnded" || code === "notAllowed", String(code));
    assert.equal(await reads(session), false);
  });

  it("is withdrawn, made again, and expires", async () => {
    const { json } = await invite(byA);
    const uid = String(json.uid);
    const path = `/members/${uid}/invitation`;
    const first = await signInByMail(email);
    assert.equal((await callApi(byA, path, { method: "DELETE" })).status, 200);
    assert.equal(await stateOf(uid), "withdrawn");
    assert.equal((await accept(first)).code, "withdrawn");
    assert.equal((await callApi(byA, path, { method: "POST" })).status, 200);
    const place = workspace(a).collection("members").doc(uid);
    await place.update({ invitedAt: new Date(Date.now() - invitationMs - 1000) });
    assert.equal(await stateOf(uid), "expired");
    assert.equal((await accept(first)).code, "gone");
    assert.deepEqual((await invite(byA)).json, { uid, invited: true });
    assert.equal((await accept(first)).status, 200);
    assert.equal((await callApi(byA, path, { method: "DELETE" })).code, "conflict");
    assert.equal(read(Member, await place.get())?.enabled, true);
  });

  it("is nobody else's, whoever is signed in", async () => {
    await invite(byA);
    const other = await makeAccount();
    const session = await sessionOf(other);
    assert.equal((await accept(session)).status, 404);
    assert.equal((await accept({ ...session, idToken: byB })).status, 404);
    assert.equal(
      (await callApi(byB, `/members/${newId()}/invitation`, { method: "POST" })).status,
      404,
    );
  });

  /** What somebody did who is not the owner of the mailbox, and the session they got by it, if any. */
  type Attack = () => Promise<KeptSession | undefined>;
  const chosen = "of-the-attacker-1";

  const attacks: Record<string, { before?: Attack; after?: Attack }> = {
    "an account made beforehand": {
      before: async () => sessionOf(await makeAccount(email)),
    },
    "an account made beforehand, whose mailbox its owner has verified": {
      before: async () => {
        const account = await makeAccount(email);
        await (await accounts()).updateUser(account.uid, { emailVerified: true });
        return sessionOf(account);
      },
    },
    "another workspace's invitation, and a password by a link that was seen": {
      before: async () => {
        await invite(byB);
        await choosePassword(await forgetPassword(email), chosen);
        const session = await sessionOf({ email, password: chosen });
        await accept(session, b);
        return session;
      },
    },
    "another workspace's invitation, and a password by a link that is used later": {
      before: async () => {
        await invite(byB);
        await forgetPassword(email);
        return undefined;
      },
      after: async () => {
        await choosePassword((await mailedCode(email, "PASSWORD_RESET")) ?? "", chosen);
        return sessionOf({ email, password: chosen });
      },
    },
    "a member of another workspace who takes the mailbox for their own": {
      before: async () => {
        const attacker = `${newId()}@hilo.test`;
        await invite(byB, attacker);
        const session = await signInByMail(attacker);
        await accept(session, b);
        await changeOwnAccount(session.idToken, { email });
        return session;
      },
    },
    "an account that works elsewhere, with a password that others know": {
      before: async () => {
        const account = await makeAccount(email);
        await (await accounts()).updateUser(account.uid, { emailVerified: true });
        await (await accounts()).setCustomUserClaims(account.uid, { workspaces: { [b]: "agent" } });
        return sessionOf(account);
      },
    },
  };
  for (const [name, { before, after }] of Object.entries(attacks)) {
    it(`lets in its owner alone after ${name}`, async () => {
      const sessions: KeptSession[] = [];
      const keep = (session: KeptSession | undefined) => session && sessions.push(session);
      const attack = async () => {
        for (const session of sessions) {
          const again = await renewed(session).catch(() => session.idToken);
          await accept({ ...session, idToken: again });
          assert.equal(await reads(session), false);
        }
      };
      keep(await before?.());
      assert.equal((await invite(byA)).status, 201);
      keep(await after?.());
      await attack();
      const owner = await ownerAccepts();
      assert.equal(await reads(owner), true);
      await attack();
      keep(await sessionOf({ email, password: chosen }).catch(() => undefined));
      await attack();
    });
  }

  it("ends with the mailbox that accepted it", async () => {
    await invite(byA);
    const session = await ownerAccepts();
    await changeOwnAccount(session.idToken, { email: `${newId()}@hilo.test` });
    const after = await renewed(session).catch(() => undefined);
    assert.equal(after === undefined || !(await reads({ ...session, idToken: after })), true);
  });
});
