import assert from "node:assert/strict";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { db } from "../../functions/src/platform/firestore.ts";
import { during } from "../support/during.ts";
import { listed } from "../support/listed-conversation.ts";
import { type Answer, type Json, startAdministration } from "./administration.ts";
import { outboundMessage } from "./outbound.ts";
import { freshWorkspace } from "./workspace.ts";

const statuses = ["open", "waiting", "resolved"] as const;
const channels = ["twilio-whatsapp", "twilio-sms"] as const;
const tags = ["vip", "nuevo"] as const;
const first = Date.UTC(2026, 10, 20);
const minute = 60_000;

/** Conversations that differ in all they are filtered by; every third minute has two. */
const conversations = Array.from({ length: 40 }, (_, n) => {
  const { id, ...made } = listed(`c${String(n).padStart(2, "0")}`, {
    status: statuses[n % 3] ?? "open",
    channelId: channels[n % 2] ?? "",
    assigneeId: n % 4 === 0 ? "ana" : "none",
    contactId: `person-${n % 5}`,
    tags: tags.filter((_tag, i) => n % (i + 2) === 0),
    lastMessageAt: first + (n - (n % 3 === 0 ? 0 : 1)) * minute,
  });
  return { id, ...made };
});

describe("what other systems read of conversations", () => {
  const administration = during(startAdministration);
  let workspaceId: string;
  before(async () => {
    workspaceId = await freshWorkspace();
    await administration.enter(workspaceId);
    const batch = db().batch();
    for (const { id, ...made } of conversations)
      batch.set(conversationsOf(workspaceId).doc(id), { ...made, mailing: { sentAt: [] } });
    await batch.commit();
  });

  const ask = (path: string): Promise<Answer> => administration.ask("GET", path);

  /** All pages of a list, three at a time. */
  async function pages(path: string): Promise<Json[]> {
    const found: Json[] = [];
    for (let cursor: unknown = ""; cursor !== null; ) {
      const from = cursor ? `&cursor=${cursor}` : "";
      const { status, json } = await ask(`${path}${path.includes("?") ? "&" : "?"}limit=3${from}`);
      assert.equal(status, 200, JSON.stringify(json));
      const items = json.items as Json[];
      assert.ok(items.length <= 3);
      found.push(...items);
      cursor = json.cursor;
    }
    return found;
  }

  const newestFirst = [...conversations].sort(
    (a, b) => b.lastMessageAt - a.lastMessageAt || (a.id < b.id ? 1 : -1),
  );
  type Row = (typeof conversations)[number];
  const cases: readonly [query: string, holds: (one: Row) => boolean][] = [
    ["", () => true],
    ["status=open", ({ status }) => status === "open"],
    ["channelId=twilio-sms", ({ channelId }) => channelId === "twilio-sms"],
    ["assigneeId=ana&tag=vip", (one) => one.assigneeId === "ana" && one.tags.includes("vip")],
    ["contactId=person-3&platform=whatsapp", ({ contactId }) => contactId === "person-3"],
    ["priority=urgent", () => false],
    ["funnelId=sales&stage=initial", () => false],
    [
      `status=waiting&since=${first + 9 * minute}&until=${first + 30 * minute}`,
      ({ status, lastMessageAt: at }) =>
        status === "waiting" && at >= first + 9 * minute && at < first + 30 * minute,
    ],
  ];
  for (const [query, holds] of cases)
    it(`lists each once, by pages, newest first: ${query || "all"}`, async () => {
      const found = await pages(`/conversations?${query}`);
      const expected = newestFirst.filter(holds);
      assert.deepEqual(
        found.map(({ id }) => id),
        expected.map(({ id }) => id),
      );
    });

  it("tells one with its times in milliseconds, and nothing of the house's own", async () => {
    const { status, json } = await ask("/conversations/c04");
    assert.equal(status, 200);
    assert.deepEqual(
      [json.id, json.contactId, json.createdAt, json.tags, (json.turn as Json).owner],
      ["c04", "person-4", 0, ["vip"], "none"],
    );
    for (const own of ["mailing", "claim"]) assert.equal(own in json, false, own);
  });

  it("tells a thread newest first, with notes and where a delivery stands, without its outbox", async () => {
    const batch = db().batch();
    const texts = ["uno", "dos", "tres", "cuatro"];
    for (const [n, text] of texts.entries())
      batch.set(messageOf(workspaceId, "c07", `m${n}`), {
        ...outboundMessage(),
        direction: n === 2 ? "note" : "outbound",
        text,
        status: "sent",
        statusRank: 3,
        told: { delivered: first },
        pump: "mine",
        providerAt: first + (n === 3 ? 2 : n),
        createdAt: new Date(first + n),
      });
    batch.set(messageOf(workspaceId, "c07", "early"), { early: [] });
    await batch.commit();
    const found = await pages("/conversations/c07/messages");
    assert.deepEqual(
      found.map(({ text }) => text),
      [...texts].reverse(),
    );
    assert.deepEqual(
      [found[0]?.status, found[1]?.direction, found[0]?.createdAt],
      ["delivered", "note", first + 3],
    );
    for (const own of ["pump", "dueAt", "told", "statusRank"])
      assert.equal(own in (found[0] ?? {}), false, own);
    const span = await ask(`/conversations/c07/messages?since=${first + 1}&until=${first + 2}`);
    assert.deepEqual(
      (span.json.items as Json[]).map(({ text }) => text),
      ["dos"],
    );
  });

  it("says what there is not, and which page there is not", async () => {
    const refused = await Promise.all(
      [
        "/conversations/nobody",
        "/conversations/nobody/messages",
        "/conversations?cursor=nowhere",
        "/conversations?status=lost",
        "/conversations?limit=101",
        "/conversations?since=yesterday",
      ].map(async (path) => (await ask(path)).status),
    );
    assert.deepEqual(refused, [404, 404, 422, 422, 422, 422]);
  });

  it("shows nothing of another workspace", async () => {
    const here = administration.ask;
    await administration.enter(await freshWorkspace());
    assert.deepEqual((await here("GET", "/conversations")).json.items, []);
    assert.equal((await here("GET", "/conversations/c04")).status, 404);
    await administration.enter(workspaceId);
  });
});
