import assert from "node:assert/strict";
import { Member } from "@hilo/schema";
import { accounts } from "../../functions/src/platform/accounts.ts";
import { read, workspace } from "../../functions/src/platform/firestore.ts";
import { compareClaims, mostBytes, settleClaims } from "../../functions/src/users/claims.ts";
import { during } from "../support/during.ts";
import { freshWorkspace, joinAs, makeMember, type Person } from "../support/people.ts";
import { startAdministration } from "./administration.ts";

/** What an account's token says of whom it sees, computed whole by its member documents. */
describe("the claims of an account", () => {
  const office = during(startAdministration);
  let demo: string;
  let person: Person;
  beforeEach(async () => {
    demo = freshWorkspace();
    await office.enter(demo);
    person = await makeMember(demo, "agent");
  });

  const change = (body: object, uid = person.uid) => office.ask("PATCH", `/members/${uid}`, body);

  async function claims(uid = person.uid) {
    return (await (await accounts()).getUser(uid)).customClaims;
  }

  async function member(workspaceId = demo) {
    const place = workspace(workspaceId).collection("members").doc(person.uid);
    return read(Member, await place.get()) ?? assert.fail();
  }

  it("say what a member sees where that is not all, and since when", async () => {
    const before = Date.now();
    assert.equal((await change({ see: "team", teams: ["t1", "t2"] })).status, 200);
    assert.deepEqual(await claims(), {
      workspaces: { [demo]: "agent" },
      see: { [demo]: "team" },
      teams: { [demo]: ["t1", "t2"] },
    });
    assert.ok(((await member()).claimsAt?.getTime() ?? 0) >= before);
    await change({ see: "own" });
    assert.deepEqual(await claims(), { workspaces: { [demo]: "agent" }, see: { [demo]: "own" } });
    await change({ see: "all" });
    assert.deepEqual(await claims(), { workspaces: { [demo]: "agent" } });
    assert.deepEqual((await member()).teams, ["t1", "t2"]);
  });

  it("say nothing of what whoever leads is let see", async () => {
    await change({ see: "own", role: "supervisor" });
    assert.deepEqual(await claims(), { workspaces: { [demo]: "supervisor" } });
  });

  it("keep what else stands in them, and what is said of other workspaces", async () => {
    const other = freshWorkspace();
    await joinAs(person.uid, other, "supervisor");
    const auth = await accounts();
    const { customClaims } = await auth.getUser(person.uid);
    await auth.setCustomUserClaims(person.uid, { ...customClaims, mailbox: "a@hilo.test" });
    await change({ see: "team", teams: ["t1"] });
    assert.deepEqual(await claims(), {
      mailbox: "a@hilo.test",
      workspaces: { [demo]: "agent", [other]: "supervisor" },
      see: { [demo]: "team" },
      teams: { [demo]: ["t1"] },
    });
  });

  it("lose nothing when two workspaces change one account in the same instant", async () => {
    const others = await Promise.all(
      ["a", "b", "c", "d"].map(async () => {
        const id = freshWorkspace();
        const { uid } = await makeMember(id, "admin");
        await workspace(id)
          .collection("members")
          .doc(person.uid)
          .create(await member());
        return { id, uid };
      }),
    );
    await Promise.all(others.map(({ id }) => settleClaims(person.uid, id)));
    await Promise.all(others.map(({ id }) => compareClaims(id)));
    const { workspaces } = (await claims()) ?? {};
    assert.deepEqual(Object.keys(workspaces).sort(), [demo, ...others.map(({ id }) => id)].sort());
  });

  it("never grow beyond what a token holds: that is refused, and nothing is changed", async () => {
    const teams = Array.from({ length: 12 }, (_, index) => `team${index + 10}`);
    for (let index = 0; index < 7; index += 1) {
      const id = freshWorkspace();
      await joinAs(person.uid, id, "agent");
      const place = workspace(id).collection("members").doc(person.uid);
      await place.update({ see: "team", teams });
      await compareClaims(id);
      if (JSON.stringify(await claims()).length > mostBytes - 120) break;
    }
    const before = await claims();
    const answer = await change({ see: "team", teams });
    assert.equal(answer.status, 422);
    assert.match(String(answer.json.detail), /too many workspaces and teams/);
    assert.deepEqual(await claims(), before);
    assert.equal((await member()).see, "all");
    assert.equal((await change({ name: "Rocío" })).status, 200);
  });

  it("are compared each night with the member documents", async () => {
    await workspace(demo).collection("members").doc(person.uid).update({ see: "own" });
    assert.equal(await compareClaims(demo), 1);
    assert.deepEqual(await claims(), { workspaces: { [demo]: "agent" }, see: { [demo]: "own" } });
    assert.ok((await member()).claimsAt);
    assert.equal(await compareClaims(demo), 0);
  });

  it("are not what the API goes by: what a member sees is so at once", async () => {
    const listed = await office.ask("GET", "/members");
    const found = (listed.json.items as { id: string; see: string; teams: string[] }[]).find(
      ({ id }) => id === person.uid,
    );
    assert.deepEqual([found?.see, found?.teams], ["all", []]);
    assert.equal((await change({ teams: ["t1", "t1"] })).status, 422);
    assert.equal((await change({ teams: ["none"] })).status, 422);
    assert.equal((await change({ teams: ["toolong"] })).status, 422);
  });
});
