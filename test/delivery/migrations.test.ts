import assert from "node:assert/strict";
import { AuditEntry, Conversation, Settings } from "@hilo/schema";
import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { migrating } from "../../functions/src/migrations/migrate.ts";
import type { Migration } from "../../functions/src/migrations/migration.ts";
import { kinds } from "../../functions/src/operation-kinds.ts";
import { enter } from "../../functions/src/operations/begin.ts";
import { undoOperation } from "../../functions/src/operations/operations.ts";
import { changesOf, operationsOf } from "../../functions/src/operations/store.ts";
import { work } from "../../functions/src/operations/work.ts";
import { setClock } from "../../functions/src/platform/clock.ts";
import { db, read, workspace } from "../../functions/src/platform/firestore.ts";
import { settingsAt } from "../../functions/src/settings/store.ts";
import { countOutdated, migrate } from "../../scripts/migrate/run.ts";
import { main } from "../../scripts/migrate.ts";
import { dyingAt, everyDeath } from "./crashes.ts";
import { goOn, memberOf, operationOf } from "./marking.ts";
import { connectedByPhone, connectionTo, letter, phoned, threadsIn } from "./scene.ts";

const phones = Array.from({ length: 12 }, (_, n) => `+5698100${String(n).padStart(4, "0")}`);
const doer = (workspaceId: string) =>
  ({ ...memberOf(workspaceId, "migrate"), type: "system" }) as const;

describe("migrations", () => {
  let workspaceId: string;

  beforeEach(async () => {
    workspaceId = await before();
  });
  afterEach(() => setClock());

  /** A workspace in which twelve people have written, with documents as they were before. */
  async function before(): Promise<string> {
    const id = await connectedByPhone();
    for (const phone of phones) await write(id, phone, 1);
    const { docs } = await conversationsOf(id).get();
    for (const { ref } of docs)
      await ref.update({ contactId: ref.id, teamId: null, turn: "human" });
    return id;
  }

  async function write(id: string, phone: string, second: number): Promise<void> {
    await receive(await connectionTo(id, "twilio-whatsapp"), letter(phoned(phone), second));
  }

  const begun = (id = workspaceId) => enter(doer(id), kinds.migrate, { names: ["teamNone"] });

  /** What stands in the database, by nobody's schema. */
  async function teams(id = workspaceId): Promise<unknown[]> {
    const { docs } = await conversationsOf(id).get();
    return [...new Set(docs.map((doc) => doc.get("teamId")))];
  }

  async function minVersion(id = workspaceId): Promise<number | undefined> {
    return read(Settings, await settingsAt(id).get())?.minVersion;
  }

  /** The house beside the command: each minute, a little quicker here. */
  async function withHouse<T>(id: string, run: Promise<T>): Promise<T> {
    let isOver = false;
    const house = (async () => {
      while (!isOver) {
        for (const { id: one } of (await operationsOf(id).get()).docs) await work(kinds, id, one);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    })();
    try {
      return await run;
    } finally {
      isOver = true;
      await house;
    }
  }

  it("are understood before they have ended: a conversation without a team has 'none'", async () => {
    const [doc] = (await conversationsOf(workspaceId).limit(1).get()).docs;
    assert.equal(doc?.get("teamId"), null);
    assert.equal(doc && read(Conversation, doc)?.teamId, "none");
    await write(workspaceId, "+56981009999", 1);
    assert.deepEqual(new Set(await teams()), new Set([null, "none"]));
  });

  it("are counted without changing anything", async () => {
    const said: string[] = [];
    const was = (await conversationsOf(workspaceId).get()).docs.map((doc) => doc.data());
    await countOutdated(workspaceId, (words) => void said.push(words));
    assert.deepEqual(said, [
      `${workspaceId}: contactKeys would change 0 of 0`,
      `${workspaceId}: teamNone would change 12 of 12`,
      `${workspaceId}: turn would change 12 of 12`,
      `${workspaceId}: optOuts would change 0 of 0`,
      `${workspaceId}: episodes would change 0 of 12`,
      `${workspaceId}: filesAbout would change 0 of 0`,
      `${workspaceId}: leadTeam would change 0 of 0`,
      `${workspaceId}: leads would change 0 of 0`,
    ]);
    const now = (await conversationsOf(workspaceId).get()).docs.map((doc) => doc.data());
    assert.deepEqual(now, was);
  });

  it("change what is to change, tell consoles, and find nothing the second time", async () => {
    const said: string[] = [];
    const say = (words: string) => void said.push(words);
    await withHouse(workspaceId, migrate(workspaceId, say));
    assert.deepEqual(await teams(), ["none"]);
    assert.equal(await minVersion(), 3);
    assert.ok(said.includes(`${workspaceId}: changed 12 documents`), said.join("\n"));
    const entries = async () => (await workspace(workspaceId).collection("audit").get()).docs;
    const first = (await entries()).map((doc) => read(AuditEntry, doc)?.action);
    assert.deepEqual(first, ["operations.begin"]);
    await migrate(workspaceId, say);
    assert.equal((await entries()).length, 1);
  });

  it("say of what they keep whom it is about", async () => {
    const id = await begun();
    await work(kinds, workspaceId, id);
    const { docs } = await changesOf(operationsOf(workspaceId).doc(id)).get();
    const about = docs.flatMap((doc) => doc.get("about"));
    const { docs: conversations } = await conversationsOf(workspaceId).get();
    assert.deepEqual(about.sort(), conversations.map((doc) => doc.get("contactId")).sort());
  });

  it("lose and overwrite no message that arrives meanwhile", async () => {
    let isOver = false;
    const lanes = [0, 1, 2, 3].map(async (lane) => {
      let second = 2;
      for (; !isOver || second < 6; second += 1)
        for (const phone of phones.filter((_, n) => n % 4 === lane))
          await write(workspaceId, phone, second);
      return second - 1;
    });
    await Promise.all([begun(), begun()]).then((both) =>
      Promise.all(both.map((id) => untilEnded(workspaceId, id))),
    );
    isOver = true;
    const written = await Promise.all(lanes);
    assert.deepEqual(await teams(), ["none"]);
    const threads = await threadsIn(workspaceId);
    for (const [n, phone] of phones.entries()) {
      const thread = threads.find(({ address }) => address.endsWith(phone));
      assert.deepEqual([thread?.texts.length, thread?.count], [written[n % 4], written[n % 4]]);
    }
  });

  async function untilEnded(id: string, operationId: string): Promise<void> {
    while ((await operationOf(id, operationId)).state === "running") {
      await work(kinds, id, operationId);
      goOn();
    }
  }

  it("two at once change each document once", async () => {
    const ids = await Promise.all([begun(), begun()]);
    await Promise.all(ids.map((id) => untilEnded(workspaceId, id)));
    const all = await Promise.all(ids.map((id) => operationOf(workspaceId, id)));
    assert.equal(
      all.reduce((sum, { counts }) => sum + counts.update, 0),
      12,
    );
    assert.deepEqual(await teams(), ["none"]);
  });

  it("end the same wherever their worker dies", async () => {
    const commits = await everyDeath(async (point) => {
      const { docs } = await conversationsOf(workspaceId).get();
      for (const { ref } of docs) await ref.update({ teamId: null });
      await settingsAt(workspaceId).update({ minVersion: 0 });
      const id = await begun();
      const died = await dyingAt(point, () => work(kinds, workspaceId, id));
      goOn();
      await untilEnded(workspaceId, id);
      const { state, counts } = await operationOf(workspaceId, id);
      assert.deepEqual([state, counts.update], ["done", 12]);
      assert.deepEqual([await teams(), await minVersion()], [["none"], 1]);
      return died;
    });
    assert.ok(commits > 3);
  });

  it("are undone, but for what somebody changed since", async () => {
    const id = await begun();
    await work(kinds, workspaceId, id);
    const [first] = (await conversationsOf(workspaceId).limit(1).get()).docs;
    await first?.ref.update({ teamId: "t1" });
    const admin = { ...memberOf(workspaceId), role: "admin" as const };
    await undoOperation(admin, id, kinds);
    await untilEnded(workspaceId, id);
    assert.deepEqual(new Set(await teams()), new Set(["t1", null]));
    const { undo } = await operationOf(workspaceId, id);
    assert.deepEqual([undo?.restored, undo?.kept], [11, 1]);
  });

  it("of one document go one after another, also into what is inside", async () => {
    const both: Migration[] = [
      {
        ...{ name: "one", version: 1, collection: "conversations" },
        change: ({ mark }) => (mark === undefined ? { mark: 1, "contact.rank": 1 } : undefined),
      },
      {
        ...{ name: "two", version: 3, collection: "conversations" },
        change: ({ mark, contact }) =>
          mark === 1 ? { mark: undefined, rank: Reflect.get(Object(contact), "rank") } : undefined,
      },
      {
        ...{ name: "inside", version: 2, collection: "conversations/{conversationId}/messages" },
        change: ({ text, kind }) =>
          kind === "text" && text === "hola" ? { text: "HOLA" } : undefined,
      },
    ];
    const own = { migrate: migrating(both) };
    const names = both.map(({ name }) => name);
    const id = await enter(doer(workspaceId), own.migrate, { names });
    await work(own, workspaceId, id);
    const [doc] = (await conversationsOf(workspaceId).limit(1).get()).docs;
    assert.deepEqual(
      [doc?.get("mark"), doc?.get("rank"), doc?.get("contact.rank")],
      [undefined, 1, 1],
    );
    const texts = (await threadsIn(workspaceId)).flatMap((thread) => thread.texts);
    assert.deepEqual([...new Set(texts)], ["HOLA"]);
    assert.equal(await minVersion(), 3);
  });

  it("of a newer version fail, and nothing is changed", async () => {
    const id = await enter(doer(workspaceId), kinds.migrate, { names: ["teamNone", "morrow"] });
    await work(kinds, workspaceId, id);
    const { state, error } = await operationOf(workspaceId, id);
    assert.deepEqual([state, error, await teams()], ["failed", "invalid", [null]]);
    assert.equal(await minVersion(), 0);
  });

  it("are refused without a project, for options nobody knows, for workspaces that are not there", async () => {
    await assert.rejects(main([]), /--project is needed.*npm run migrate/s);
    await assert.rejects(main(["--owner=ana"]), /Unknown option '--owner'/);
    const project = `--project=${process.env.GCLOUD_PROJECT}`;
    await assert.rejects(main([project, "--workspace=nowhere"]), /There is no workspace nowhere/);
    assert.ok(db());
  });
});
