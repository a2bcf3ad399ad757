import assert from "node:assert/strict";
import { AuditEntry, type Role } from "@hilo/schema";
import { accounts } from "../../functions/src/platform/accounts.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { read, workspace } from "../../functions/src/platform/firestore.ts";
import {
  callApi,
  freshWorkspace,
  joinAs,
  makeMember,
  type Person,
  signIn,
  signInEarlier,
} from "../support/people.ts";

describe("an administrator", () => {
  const demo = freshWorkspace();
  let admin: Person;
  let token: string;

  beforeEach(async () => {
    admin = await makeMember(demo, "admin");
    token = await signIn(admin);
  });

  const invite = (email: string, role: Role = "agent", by = token) =>
    callApi(by, "/members", { body: { email, name: "Rocío", role } });

  const change = (uid: string, body: object, by = token) =>
    callApi(by, `/members/${uid}`, { method: "PATCH", body });

  async function auditOf(target: string): Promise<AuditEntry[]> {
    const found = await workspace(demo).collection("audit").where("target", "==", target).get();
    return found.docs
      .flatMap((one) => read(AuditEntry, one) ?? [])
      .sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  async function claimsOf(uid: string): Promise<unknown> {
    return (await (await accounts()).getUser(uid)).customClaims?.workspaces;
  }

  /** Somebody's session that can be told by its second from one begun after its end. */
  async function sessionOf(person: Person): Promise<string> {
    const session = await signInEarlier(person);
    assert.equal((await callApi(session, "/channels")).status, 200);
    return session;
  }

  it("disables somebody, which ends the sessions, and enables again", async () => {
    const person = await makeMember(demo, "agent");
    const session = await sessionOf(person);
    assert.equal((await change(person.uid, { enabled: false })).status, 200);
    assert.equal((await callApi(session, "/channels")).code, "sessionEnded");
    assert.deepEqual(await claimsOf(person.uid), {});
    assert.equal((await callApi(await signIn(person), "/channels")).code, "notAllowed");
    assert.equal((await invite(person.email)).code, "conflict");
    await change(person.uid, { enabled: true });
    assert.equal((await callApi(await signIn(person), "/channels")).status, 200);
    const actions = (await auditOf(`members/${person.uid}`)).map(({ changes }) => changes);
    assert.deepEqual(actions, [
      { enabled: { from: true, to: false } },
      { enabled: { from: false, to: true } },
    ]);
  });

  it("changes nothing of a member's other workspaces by disabling", async () => {
    const other = freshWorkspace();
    const person = await makeMember(other, "supervisor");
    await joinAs(person.uid, demo, "agent");
    await change(person.uid, { enabled: false });
    assert.deepEqual(await claimsOf(person.uid), { [other]: "supervisor" });
    const account = await (await accounts()).getUser(person.uid);
    assert.equal(account.disabled, false);
  });

  it("gives another role, which ends the sessions", async () => {
    const person = await makeMember(demo, "agent");
    const session = await sessionOf(person);
    await change(person.uid, { role: "supervisor" });
    assert.equal((await callApi(session, "/channels")).code, "sessionEnded");
    assert.deepEqual(await claimsOf(person.uid), { [demo]: "supervisor" });
  });

  it("ends the sessions of somebody, who may sign in again", async () => {
    const person = await makeMember(demo, "agent");
    const session = await sessionOf(person);
    const ended = await callApi(token, `/members/${person.uid}/sign-out`, { method: "POST" });
    assert.equal(ended.status, 200);
    assert.equal((await callApi(session, "/channels")).code, "sessionEnded");
    assert.equal((await callApi(await signIn(person), "/channels")).status, 200);
    const [entry] = await auditOf(`members/${person.uid}`);
    assert.equal(entry?.action, "users.endSessions");
  });

  it("neither shuts the own door nor takes the last administrator away", async () => {
    const alone = freshWorkspace();
    const only = await makeMember(alone, "admin");
    const session = await signIn(only);
    assert.equal((await change(only.uid, { enabled: false }, session)).code, "conflict");
    assert.equal((await change(only.uid, { role: "agent" }, session)).code, "conflict");
    const second = await makeMember(alone, "admin");
    assert.equal((await change(only.uid, { enabled: false }, session)).code, "conflict");
    assert.equal((await change(second.uid, { enabled: false }, session)).status, 200);
    assert.equal((await change(only.uid, { role: "agent" }, session)).code, "conflict");
  });

  it("is kept when two take each other's role in the same instant", async () => {
    const pair = freshWorkspace();
    const [one, two] = [await makeMember(pair, "admin"), await makeMember(pair, "admin")];
    const [byOne, byTwo] = [await signIn(one), await signIn(two)];
    const answers = await Promise.all([
      change(two.uid, { role: "agent" }, byOne),
      change(one.uid, { role: "agent" }, byTwo),
    ]);
    const done = answers.filter(({ status }) => status === 200);
    assert.equal(done.length, 1, JSON.stringify(answers));
  });

  it("sees nobody of another workspace", async () => {
    const stranger = await makeMember(freshWorkspace(), "agent");
    assert.equal((await change(stranger.uid, { enabled: false })).code, "notFound");
    const signOut = { method: "POST" };
    const ended = await callApi(token, `/members/${stranger.uid}/sign-out`, signOut);
    assert.equal(ended.code, "notFound");
    assert.equal((await change("nobody", { enabled: false })).code, "notFound");
    const elsewhere = { headers: { "X-Workspace": "demo" } };
    assert.equal((await callApi(token, "/channels", elsewhere)).code, "notFound");
  });

  it("makes an API key that is shown once, works, and can be removed", async () => {
    const headers = { "Idempotency-Key": newId() };
    const added = await callApi(token, "/api-keys", { body: { name: "CRM" }, headers });
    assert.equal(added.status, 201);
    const { id, key } = added.json as { id: string; key: string };
    assert.match(key, new RegExp(`^hilo_${demo}_[\\w-]{32}$`));
    assert.equal((await callApi(key, "/channels")).status, 200);
    assert.equal((await callApi(key, "/members", { body: {} })).code, "notAllowed");
    assert.equal((await callApi(key, "/files/links?ids=none")).code, "notAllowed");
    const listed = (await callApi(token, "/api-keys")).json.items as Record<string, unknown>[];
    const { createdAt, createdBy, ...told } = listed.find((one) => one.id === id) ?? {};
    const seeing = { see: "all", teams: [] };
    const want = { id, name: "CRM", enabled: true, scopes: ["send"], expiresAt: null, ...seeing };
    assert.deepEqual(told, want);
    const past = { name: "Too late", expiresAt: Date.now() - 1 };
    assert.equal((await callApi(token, "/api-keys", { body: past })).code, "invalid");
    const again = await callApi(token, "/api-keys", { body: { name: "CRM" }, headers });
    assert.deepEqual(again.json, added.json);
    assert.equal(again.headers.get("idempotency-replayed"), "true");

    for (const name of ["apiKeys", "idempotency", "audit"]) {
      const { docs } = await workspace(demo).collection(name).get();
      assert.ok(docs.length > 0, name);
      assert.ok(!JSON.stringify(docs.map((one) => one.data())).includes(key), name);
    }
    const removed = await callApi(token, `/api-keys/${id}`, { method: "DELETE" });
    assert.equal(removed.status, 200);
    // How long an instance that knows it believes it yet is proved where time is held: delivery/believed.test.ts.
    const kept = await workspace(demo).collection("apiKeys").doc(id).get();
    assert.equal(kept.get("enabled"), false);
    const other = await callApi(token, "/api-keys", { body: { name: "Never used" } });
    await callApi(token, `/api-keys/${other.json.id}`, { method: "DELETE" });
    assert.equal((await callApi(String(other.json.key), "/channels")).code, "notSignedIn");
    const actions = (await auditOf(`apiKeys/${id}`)).map(({ action }) => action);
    assert.deepEqual(actions, ["users.addApiKey", "users.removeApiKey"]);
    assert.equal(
      (await callApi(token, "/api-keys/nothing", { method: "DELETE" })).code,
      "notFound",
    );
  });

  it("makes one API key when the same request comes twice at once", async () => {
    const headers = { "Idempotency-Key": newId() };
    const name = `CRM ${newId()}`;
    const add = () => callApi(token, "/api-keys", { body: { name }, headers });
    const answers = await Promise.all([add(), add(), add()]);
    for (const { status } of answers) assert.ok(status === 201 || status === 409, `${status}`);
    const made = await workspace(demo).collection("apiKeys").where("name", "==", name).get();
    assert.equal(made.size, 1);
    assert.equal((await add()).headers.get("idempotency-replayed"), "true");
  });
});
