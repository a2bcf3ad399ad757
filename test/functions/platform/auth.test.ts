import assert from "node:assert/strict";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { authenticate } from "../../../functions/src/platform/auth.ts";
import { setClock } from "../../../functions/src/platform/clock.ts";
import { keyIdOf } from "../../../functions/src/platform/sessions.ts";
import { type Callers, sessionsOf } from "../../support/callers.ts";

const hour = 60 * 60_000;
const at = Date.UTC(2026, 10, 20, 12);
const key = "hilo_demo_test_key_0000000001";
const oldKey = "hilo_demo_test_key_0000000002";
const lateKey = "hilo_demo_test_key_0000000003";

const callers: Callers = {
  tokens: {
    ana: { uid: "ana", workspaces: { demo: "agent" } },
    late: { uid: "ana", workspaces: { demo: "agent" }, signedInAgo: 24 * hour - 1000 },
    later: { uid: "ana", workspaces: { demo: "agent" }, signedInAgo: 24 * hour },
    lasting: { uid: "ana", workspaces: { demo: "agent" }, until: at / 1000 + 1 },
    over: { uid: "ana", workspaces: { demo: "agent" }, until: at / 1000 },
    lent: {
      uid: "ana",
      workspaces: { demo: "agent" },
      signedInAgo: 24 * hour,
      until: at / 1000 + 1000,
    },
    unreadable: { uid: "ana", workspaces: { demo: "agent" }, until: "tomorrow" },
    promoted: { uid: "ana", workspaces: { demo: "admin" } },
    both: { uid: "both", workspaces: { demo: "admin", other: "agent" } },
    nobody: { uid: "nobody" },
    odd: { uid: "odd", workspaces: { demo: "owner" } },
    stranger: { uid: "stranger", workspaces: { demo: "agent" } },
    disabled: { uid: "disabled", workspaces: { demo: "agent" } },
    ended: { uid: "ended", workspaces: { demo: "agent" }, signedInAgo: hour },
    expired: { uid: "ana", refusal: "auth/id-token-expired" },
    revoked: { uid: "ana", refusal: "auth/id-token-revoked" },
    deleted: { uid: "ana", refusal: "auth/user-not-found" },
    outage: { uid: "ana", refusal: "auth/internal-error" },
  },
  members: {
    "demo/ana": { role: "agent", name: "Ana" },
    "demo/both": { role: "admin", see: "own" },
    "other/both": { role: "agent", see: "team", teams: ["t1"] },
    "demo/disabled": { role: "agent", enabled: false },
    "demo/ended": { role: "agent", signIn: { email: "", validFrom: at - hour / 2 } },
  },
  keys: {
    [`demo/${key}`]: {
      name: "CRM",
      enabled: true,
      scopes: ["send"],
      expiresAt: new Date(at + 1),
    },
    [`demo/${oldKey}`]: { name: "Old CRM", enabled: false, scopes: ["send"] },
    [`demo/${lateKey}`]: { name: "CRM", enabled: true, scopes: ["send"], expiresAt: new Date(at) },
  },
};

function call(authorization: string | undefined, workspace?: string) {
  const request = new IncomingMessage(new Socket());
  if (authorization !== undefined) request.headers.authorization = authorization;
  if (workspace !== undefined) request.headers["x-workspace"] = workspace;
  return authenticate(request, sessionsOf(callers));
}

describe("signing in", () => {
  before(() => setClock(() => at));
  after(() => setClock());

  const refused: [row: string, authorization: string | undefined, workspace: string, is: string][] =
    [
      ["nothing is sent", undefined, "", "notSignedIn"],
      ["the header is of another kind", "Basic YTpi", "", "notSignedIn"],
      ["the token is empty", "Bearer ", "", "notSignedIn"],
      ["the token has spaces", "Bearer a b", "", "notSignedIn"],
      ["the token is not one", "Bearer nonsense", "", "notSignedIn"],
      ["the token is endless", `Bearer ${"a".repeat(5000)}`, "", "notSignedIn"],
      ["the token has expired", "Bearer expired", "", "sessionEnded"],
      ["the token was revoked", "Bearer revoked", "", "sessionEnded"],
      ["the account was deleted", "Bearer deleted", "", "sessionEnded"],
      ["the session is over 24 hours old", "Bearer later", "", "sessionEnded"],
      ["the token counts no more", "Bearer over", "", "sessionEnded"],
      ["the token would count beyond 24 hours", "Bearer lent", "", "sessionEnded"],
      ["the token counts until no time", "Bearer unreadable", "", "sessionEnded"],
      ["the sessions were ended since", "Bearer ended", "", "sessionEnded"],
      ["the member is disabled", "Bearer disabled", "", "sessionEnded"],
      ["the role changed since", "Bearer promoted", "", "sessionEnded"],
      ["the claims name somebody who is no member", "Bearer stranger", "", "sessionEnded"],
      ["Firebase does not answer", "Bearer outage", "", "unavailable"],
      ["the account works nowhere", "Bearer nobody", "", "notAllowed"],
      ["the claims are of another shape", "Bearer odd", "", "notAllowed"],
      ["another workspace is asked for", "Bearer ana", "other", "notFound"],
      ["a workspace that does not exist is asked for", "Bearer ana", "__proto__", "notFound"],
      ["one of several workspaces has to be named", "Bearer both", "", "badRequest"],
      ["the key is unknown", "Bearer hilo_demo_unknown_key_00000001", "", "notSignedIn"],
      ["the key is disabled", `Bearer ${oldKey}`, "", "notSignedIn"],
      ["the key has expired", `Bearer ${lateKey}`, "", "notSignedIn"],
      [
        "the key names another workspace",
        `Bearer ${key.replace("demo", "other")}`,
        "",
        "notSignedIn",
      ],
      ["the key is too short", "Bearer hilo_demo_short", "", "notSignedIn"],
      ["the key is for another workspace", `Bearer ${key}`, "other", "notFound"],
    ];
  for (const [row, authorization, workspace, code] of refused) {
    it(`refuses when ${row}`, async () => {
      await assert.rejects(call(authorization, workspace), { name: "AppError", code });
    });
  }

  it("knows a member", async () => {
    const { requestId, ip, ...ana } = await call("Bearer ana");
    assert.deepEqual(ana, {
      type: "member",
      id: "ana",
      name: "Ana",
      role: "agent",
      see: "all",
      teams: [],
      workspaceId: "demo",
      signIn: { email: "", validFrom: 0 },
    });
    assert.match(requestId, /^[0-9a-f-]{36}$/);
    assert.equal(ip, "local");
  });

  it("keeps a session to the end of its 24 hours", async () => {
    assert.equal((await call("Bearer late")).id, "ana");
    assert.equal((await call("Bearer lasting")).id, "ana");
  });

  it("knows a member of two workspaces in each, by its role there", async () => {
    assert.equal((await call("Bearer both", "demo")).role, "admin");
    assert.equal((await call("Bearer both", "other")).role, "agent");
  });

  it("knows how much a member sees in each, which is all where they lead", async () => {
    const seen = async (id: string) => {
      const { see, teams } = await call("Bearer both", id);
      return { see, teams };
    };
    assert.deepEqual(await seen("demo"), { see: "all", teams: [] });
    assert.deepEqual(await seen("other"), { see: "team", teams: ["t1"] });
  });

  it("knows an API key by its hash only", async () => {
    const { type, id, name, role, workspaceId, scopes } = await call(`bearer ${key}`);
    assert.deepEqual([type, name, role, workspaceId], ["apiKey", "CRM", "agent", "demo"]);
    assert.deepEqual(scopes, ["send"]);
    assert.equal(id, keyIdOf(key));
    assert.ok(!id.includes("test_key"));
  });
});
