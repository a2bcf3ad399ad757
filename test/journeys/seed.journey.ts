import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  Channel,
  Conversation,
  collections,
  dayAfter,
  dayOf,
  foldCounts,
  Member,
  Message,
  openDays,
  Stats,
} from "@hilo/schema";
import { deleteApp, initializeApp } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { getFirestore, type QueryDocumentSnapshot } from "firebase-admin/firestore";
import { open } from "../../functions/src/platform/crypto.ts";
import { plain } from "../../functions/src/platform/firestore.ts";

const projectId = `demo-seed-${process.pid}`;
const root = new URL("../..", import.meta.url).pathname;

describe("the seed", () => {
  const app = initializeApp({ projectId }, projectId);
  const firestore = getFirestore(app);
  const blobs = mkdtempSync(join(tmpdir(), "hilo-seed-"));
  const run = (environment: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, ["scripts/seed/index.ts"], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, GCLOUD_PROJECT: projectId, BLOBS_FOLDER: blobs, ...environment },
    });
  const all = async (name: string): Promise<QueryDocumentSnapshot[]> =>
    (await firestore.collectionGroup(name.split("/").at(-1) ?? name).get()).docs;

  before(() => {
    const { status, stderr } = run();
    assert.equal(status, 0, stderr);
  });
  after(async () => {
    rmSync(blobs, { recursive: true, force: true });
    await deleteApp(app);
  });

  for (const [name, { shape }] of Object.entries(collections)) {
    it(`writes ${name} in the shape of the schema`, async () => {
      for (const document of await all(name)) shape.parse(plain(document.data()));
    });
  }

  it("fills every room of the demonstration", async () => {
    const sizes = Object.fromEntries(
      await Promise.all(
        ["channels", "contacts", "conversations", "leads", "members"].map(async (name) => [
          name,
          (await all(name)).length,
        ]),
      ),
    );
    assert.deepEqual(sizes, {
      channels: 11,
      contacts: 42,
      conversations: 61,
      leads: 60,
      members: 5,
    });
  });

  it("tells a conversation on every platform and in every state", async () => {
    const conversations = await all("conversations");
    const differing = (field: string) => new Set(conversations.map((one) => one.get(field))).size;
    assert.deepEqual(
      [differing("platform"), differing("status"), differing("priority")],
      [9, 5, 4],
    );
  });

  it("counts what the threads hold, day by day", async () => {
    const days = (await all("messages"))
      .map((document) => Message.parse(plain(document.data())))
      .filter(({ direction }) => direction === "inbound")
      .map(({ providerAt }) => dayOf(providerAt, "America/Santiago"));
    const documents = (await all("stats")).filter(({ id }) => id.includes("-"));
    const shards = documents.map((document) => Stats.parse(plain(document.data())));
    const open = dayAfter(dayOf(Date.now(), "America/Santiago"), -openDays);
    for (const day of new Set([...days, ...shards.map((shard) => shard.day)])) {
      const counted = foldCounts(shards.filter((shard) => shard.day === day));
      const held = days.filter((one) => one === day).length;
      assert.equal(counted.received, day < open ? 0 : held, day);
    }
  });

  it("seals the credentials, and keeps them out of the channels", async () => {
    const secrets = await all("channelSecrets");
    for (const secret of secrets) {
      const opened = open(secret.get("sealed"), `demo/${secret.id}`);
      assert.ok(Object.keys(opened as object).length > 0);
    }
    for (const document of await all("channels")) {
      Channel.parse(plain(document.data()));
      assert.doesNotMatch(JSON.stringify(document.data()), /test_/);
    }
  });

  it("keeps the bytes of every attachment", async () => {
    for (const file of await all("files"))
      assert.equal(readFileSync(join(blobs, "demo", file.id)).byteLength, file.get("size"));
    assert.equal(readdirSync(join(blobs, "demo")).length, (await all("files")).length);
  });

  it("gives members an account and their role", async () => {
    for (const member of await all("members")) {
      const { uid, customClaims } = await getAuth(app).getUserByEmail(member.get("email"));
      assert.equal(uid, member.id);
      const { see, teams } = Member.parse(plain(member.data()));
      assert.deepEqual(customClaims, {
        workspaces: { demo: member.get("role") },
        ...(see === "all" ? {} : { see: { demo: see }, teams: { demo: teams } }),
      });
    }
  });

  it("gives a team some conversations, and a member who sees no more than those of it", async () => {
    const conversations = (await all("conversations")).map((one) =>
      Conversation.parse(plain(one.data())),
    );
    const teams = conversations.map(({ teamId }) => teamId).filter((id) => id !== "none");
    assert.deepEqual(teams, ["t2", "t2"]);
    const member = (await all("members")).find(({ id }) => id === "demo-agent3");
    assert.deepEqual([member?.get("see"), member?.get("teams")], ["team", ["t2"]]);
  });

  it("changes nothing the second time, and leaves what people did", async () => {
    const [some] = await all("conversations");
    await some?.ref.update({ priority: "low", status: "closed" });
    const before = await versions();
    const { status, stdout } = run();
    assert.equal(status, 0);
    assert.match(stdout, /nothing changed/);
    assert.deepEqual(await versions(), before);
  });

  const refusals: [string, NodeJS.ProcessEnv][] = [
    ["a project that is not a demonstration", { GCLOUD_PROJECT: "hilo-production" }],
    ["a real database", { FIRESTORE_EMULATOR_HOST: "" }],
    ["real accounts", { FIREBASE_AUTH_EMULATOR_HOST: "" }],
  ];
  for (const [what, environment] of refusals) {
    it(`refuses ${what}`, () => {
      const { status, stderr } = run(environment);
      assert.notEqual(status, 0);
      assert.match(stderr, /The seed writes to/);
    });
  }

  async function versions(): Promise<Record<string, string>> {
    const documents = (await Promise.all(Object.keys(collections).map(all))).flat();
    return Object.fromEntries(
      documents.map(({ ref, updateTime }) => [ref.path, updateTime.toDate().toISOString()]),
    );
  }
});
