import assert from "node:assert/strict";
import { now, setClock } from "../../functions/src/platform/clock.ts";
import { believedMs } from "../../functions/src/platform/sessions.ts";
import { apiKeyAt, memberAt } from "../../functions/src/users/store.ts";
import { during } from "../support/during.ts";
import { makeMember, signIn } from "../support/people.ts";
import { type Json, startAdministration } from "./administration.ts";
import { freshWorkspace } from "./workspace.ts";

/** Somebody who may come in, and how that is taken back: here, and where this instance does not hear of it. */
type Guest = { token: string; path: string; closed: string; elsewhere(): Promise<unknown> };

describe("who may come in", () => {
  const administration = during(startAdministration);
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await freshWorkspace();
    await administration.enter(workspaceId);
  });
  afterEach(() => setClock());

  async function system(): Promise<Guest> {
    const { status, json } = await administration.ask("POST", "/api-keys", { name: "CRM" });
    assert.equal(status, 201, JSON.stringify(json));
    const { id, key } = json as { id: string; key: string };
    const elsewhere = () => apiKeyAt(workspaceId, id).update({ enabled: false });
    return { token: key, path: `/api-keys/${id}`, closed: "notSignedIn", elsewhere };
  }

  async function member(): Promise<Guest> {
    const person = await makeMember(workspaceId, "agent");
    const elsewhere = () => memberAt(workspaceId, person.uid).update({ enabled: false });
    const path = `/members/${person.uid}`;
    return { token: await signIn(person), path, closed: "sessionEnded", elsewhere };
  }

  async function comesIn(guest: Guest): Promise<Json["code"]> {
    const { status, json } = await administration.ask("GET", "/channels", undefined, guest.token);
    return status === 200 ? "comes in" : json.code;
  }

  for (const [who, invite, method, change] of [
    ["a system with its key", system, "DELETE", undefined],
    ["a member", member, "PATCH", { enabled: false }],
  ] as const) {
    it(`${who} is out at once where that was taken back`, async () => {
      const guest = await invite();
      assert.equal(await comesIn(guest), "comes in");
      const { status, json } = await administration.ask(method, guest.path, change);
      assert.equal(status, 200, JSON.stringify(json));
      assert.equal(await comesIn(guest), guest.closed);
    });

    it(`${who} is believed for a minute where nobody heard that it was taken back, and no longer`, async () => {
      const start = now();
      setClock(() => start);
      const guest = await invite();
      assert.equal(await comesIn(guest), "comes in");
      await guest.elsewhere();
      setClock(() => start + believedMs);
      assert.equal(await comesIn(guest), "comes in");
      setClock(() => start + believedMs + 1);
      assert.equal(await comesIn(guest), guest.closed);
    });
  }
});
