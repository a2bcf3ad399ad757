import assert from "node:assert/strict";
import { Attendance, attendanceMs, farewellMs, Member } from "@hilo/schema";
import { newId, now, setClock } from "../../functions/src/platform/clock.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { endAttendances } from "../../functions/src/users/attendance.ts";
import { attendanceAt, memberAt } from "../../functions/src/users/store.ts";
import { during } from "../support/during.ts";
import { makeMember, type Person, signIn } from "../support/people.ts";
import { startAdministration } from "./administration.ts";
import { freshWorkspace } from "./workspace.ts";

const minute = 60_000;

describe("who is here", () => {
  const administration = during(startAdministration);
  let workspaceId: string;
  let person: Person;
  let token: string;
  let start: number;
  const [tab, phone] = [newId(), newId()];

  beforeEach(async () => {
    workspaceId = await freshWorkspace();
    await administration.enter(workspaceId);
    person = await makeMember(workspaceId, "agent");
    token = await signIn(person);
    start = now();
    at(0);
  });
  afterEach(() => setClock());

  /** Lets it be so many milliseconds after the beginning. */
  function at(ms: number): void {
    setClock(() => start + ms);
  }

  async function says(body: object = {}): Promise<unknown> {
    const { status, json } = await administration.ask("POST", "/members/me/presence", body, token);
    return status === 200 ? json.state : json.code;
  }

  async function seen(): Promise<Member["state"] | "offline"> {
    const member = read(Member, await memberAt(workspaceId, person.uid).get());
    return member?.state ?? "offline";
  }

  /** When each of the two documents was written last. */
  async function written(): Promise<(number | undefined)[]> {
    const places = [memberAt(workspaceId, person.uid), attendanceAt(workspaceId, person.uid)];
    const found = await Promise.all(places.map((place) => place.get()));
    return found.map(({ updateTime }) => updateTime?.toMillis());
  }

  it("is offline before anything is said, and available once it is", async () => {
    assert.equal(await seen(), "offline");
    assert.equal(await says(), "available");
    assert.equal(await seen(), "available");
  });

  it("tells colleagues nothing while nothing changes", async () => {
    await says({ tabId: tab });
    const [before] = await written();
    at(4 * minute);
    await says({ tabId: tab });
    const [after] = await written();
    assert.equal(after, before);
  });

  it("keeps what somebody chose, also over an absence", async () => {
    assert.equal(await says({ state: "away" }), "away");
    at(minute);
    assert.equal(await says(), "away");
    at(minute + attendanceMs);
    await endAttendances();
    assert.equal(await seen(), "offline");
    assert.equal(await says(), "away");
    assert.equal(await says({ state: "available" }), "available");
    assert.equal(await seen(), "available");
  });

  it("ends when nothing was said for five minutes, and not before", async () => {
    await says({ tabId: tab });
    at(attendanceMs - 1);
    await endAttendances();
    assert.equal(await seen(), "available");
    at(attendanceMs);
    await endAttendances();
    assert.equal(await seen(), "offline");
    const kept = read(Attendance, await attendanceAt(workspaceId, person.uid).get());
    assert.deepEqual(kept, { choice: "available", tabs: {}, until: null });
  });

  it("is ended once by three sweeps at once, and none changes anything after", async () => {
    await says({ tabId: tab });
    at(attendanceMs);
    await Promise.all([endAttendances(), endAttendances(), endAttendances()]);
    assert.equal(await seen(), "offline");
    const before = await written();
    await Promise.all([endAttendances(), endAttendances(), endAttendances()]);
    assert.deepEqual(await written(), before);
  });

  it("is here who comes back while the sweeps run", async () => {
    await says({ tabId: tab });
    at(attendanceMs);
    await Promise.all([endAttendances(), says({ tabId: tab }), endAttendances()]);
    assert.equal(await seen(), "available");
    await endAttendances();
    assert.equal(await seen(), "available");
  });

  it("is here who is here on one of two devices", async () => {
    await says({ tabId: tab });
    at(3 * minute);
    await says({ tabId: phone });
    at(attendanceMs + 1);
    await endAttendances();
    assert.equal(await seen(), "available");
    await says({ tabId: tab, leaving: true });
    at(attendanceMs + farewellMs + 1);
    await endAttendances();
    assert.equal(await seen(), "available");
    at(3 * minute + attendanceMs);
    await endAttendances();
    assert.equal(await seen(), "offline");
  });

  it("leaves soon with the last tab, unless that comes back at once", async () => {
    await says({ tabId: tab });
    await says({ tabId: tab, leaving: true });
    at(farewellMs - 1);
    assert.equal(await says({ tabId: tab }), "available");
    at(farewellMs + minute);
    await endAttendances();
    assert.equal(await seen(), "available");
    await says({ tabId: tab, leaving: true });
    at(2 * farewellMs + minute);
    await endAttendances();
    assert.equal(await seen(), "offline");
  });

  it("is not brought back by a tab that says goodbye too late", async () => {
    assert.equal(await says({ tabId: tab, leaving: true }), "offline");
    await says({ tabId: tab });
    at(attendanceMs);
    assert.equal(await says({ tabId: tab, leaving: true }), "offline");
    assert.equal(await seen(), "offline");
  });

  it("remembers a few tabs of somebody who opens many", async () => {
    for (let i = 0; i < 25; i += 1) {
      at(i);
      await says({ tabId: newId() });
    }
    const kept = read(Attendance, await attendanceAt(workspaceId, person.uid).get());
    assert.equal(Object.keys(kept?.tabs ?? {}).length, 20);
    assert.equal(kept?.until?.getTime(), start + 24 + attendanceMs);
  });

  it("is offline who is disabled, and stays so until they come in again", async () => {
    await says({ state: "away" });
    const path = `/members/${person.uid}`;
    const change = (enabled: boolean) => administration.ask("PATCH", path, { enabled });
    assert.equal((await change(false)).status, 200);
    assert.equal(await seen(), "offline");
    assert.equal(await says(), "sessionEnded");
    assert.equal((await change(true)).status, 200);
    assert.equal(await seen(), "offline");
    at(2 * minute);
    token = await signIn(person);
    assert.equal(await says(), "available");
  });

  it("is a member, not a system with a key", async () => {
    const { json } = await administration.ask("POST", "/api-keys", { name: "CRM" });
    token = String(json.key);
    assert.equal(await says(), "notAllowed");
  });

  for (const [what, body] of [
    ["a state of its own", { state: "offline" }],
    ["a tab that is no UUID", { tabId: "__proto__" }],
    ["a field more", { until: 1 }],
  ] as const) {
    it(`refuses ${what}`, async () => {
      assert.equal(await says(body), "invalid");
      assert.equal(await seen(), "offline");
    });
  }
});
