import assert from "node:assert/strict";
import { oneForm, type Sender } from "@hilo/schema";
import fc from "fast-check";
import type { Connection } from "../../functions/src/channels/connections.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { setStatus } from "../../functions/src/conversations/desk.ts";
import { messagesOf } from "../../functions/src/conversations/store.ts";
import { forgetConversations, receive } from "../../functions/src/inbound/receive.ts";
import { recordRename } from "../../functions/src/inbound/renames.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { countedIn } from "../support/counted.ts";
import { contactIn } from "../support/known-person.ts";
import { outboundMessage } from "./outbound.ts";
import {
  connectedByPhone,
  connectionTo,
  letter,
  moved,
  phoned,
  reactIn,
  threadsIn,
} from "./scene.ts";

// One person under several names, and one phone in several hands, one after the other.

let workspaceId: string;
let connection: Connection;

async function connect(): Promise<void> {
  workspaceId = await connectedByPhone();
  connection = await connectionTo(workspaceId, "whatsapp");
}

const textsIn = async () => (await threadsIn(workspaceId)).map(({ texts }) => texts).sort();

/** By an instance that has met nobody yet. */
async function writeAnew(sender: Sender, second: number, text?: string): Promise<void> {
  forgetConversations();
  await receive(connection, letter(sender, second, text));
}

describe("somebody whose number came to somebody else", () => {
  const [old, next] = ["+5215512345678", "+525599998888"];
  beforeEach(connect);

  for (const form of ["+5215512345678", "+525512345678"])
    it(`keeps their conversation, and the stranger (${form}) begins a new one`, async () => {
      await receive(connection, letter(phoned(old), 1, "soy yo"));
      assert.equal(await recordRename(connection, moved(old, next, 10)), "recorded");
      assert.equal(await recordRename(connection, moved(old, next, 10)), "duplicate");
      for (const write of [writeAnew, writeAnew]) {
        await write(phoned(form), 20, "un extraño");
        await write(phoned(next), 30, "yo, del nuevo");
      }
      await writeAnew(phoned(form), 9, "aún yo");
      const found = await threadsIn(workspaceId);
      const by = (id: string) => found.find((thread) => thread.id === id);
      const own = by(hash("whatsapp", "+525512345678"));
      const stranger = by(hash("whatsapp", "+525512345678", "1"));
      assert.equal(found.length, 2);
      assert.deepEqual([own?.texts, own?.address], [["aún yo", "soy yo", "yo, del nuevo"], next]);
      assert.deepEqual([stranger?.texts, stranger?.address], [["un extraño"], form]);
      const channel = await channelsOf(workspaceId).doc("whatsapp").get();
      assert.match(String(channel.get("settings.moves")), /^[a-z2-7]{20}:\w+$/);
    });

  it("leaves the new number's former holder their own conversation", async () => {
    await receive(connection, letter(phoned(next), 1, "el de antes"));
    await receive(connection, letter(phoned(old), 2, "yo"));
    await recordRename(connection, moved(old, next, 10));
    await writeAnew(phoned(next), 20, "yo, del nuevo");
    assert.deepEqual(await textsIn(), [["el de antes"], ["yo", "yo, del nuevo"]]);
  });

  it("comes back to their own number, and is known", async () => {
    await receive(connection, letter(phoned(old), 1));
    await recordRename(connection, moved(old, next, 10));
    await recordRename(connection, moved(next, old, 20));
    await writeAnew(phoned(old), 30, "de vuelta");
    assert.deepEqual(await textsIn(), [["de vuelta", "hola"]]);
  });

  it("is begun where they are by now, and their contact learns the number", async () => {
    const [first, second, third] = ["+56911110001", "+56911110002", "+56911110003"];
    await recordRename(connection, moved(first, second, 10));
    assert.equal((await workspace(workspaceId).collection("contacts").get()).size, 0);
    await receive(connection, letter(phoned(first), 1));
    assert.equal((await threadsIn(workspaceId))[0]?.address, second);
    await reactIn(workspaceId);
    await recordRename(connection, moved(second, third, 20));
    const contact = await contactIn(workspaceId, hash("whatsapp", first));
    assert.deepEqual(contact?.phones, [first, third]);
  });
});

describe("what was begun by another name", () => {
  beforeEach(connect);

  const react = () => reactIn(workspaceId);

  const countOf = async (collection: string) =>
    (await workspace(workspaceId).collection(collection).count().get()).data().count;

  it("leaves neither a second contact and lead behind, nor their counts", async () => {
    const [old, next] = ["+56911110001", "+56911110002"];
    await receive(connection, letter(phoned(old), 1));
    await receive(connection, letter(phoned(next), 11, "desde el nuevo"));
    await react();
    assert.deepEqual([await countOf("leads"), await countOf("contacts")], [2, 2]);
    const doer = { type: "member", id: "a", name: "A", requestId: "r", ip: "" } as const;
    await setStatus({ ...doer, workspaceId }, hash("whatsapp", next), "resolved");
    assert.equal((await countedIn(workspaceId)).resolved, 1);
    await recordRename(connection, moved(old, next, 10));
    await react();
    await react();
    assert.deepEqual([await countOf("leads"), await countOf("contacts")], [1, 1]);
    const [thread, ...others] = await threadsIn(workspaceId);
    assert.deepEqual(
      [thread?.texts, thread?.address, others],
      [["desde el nuevo", "hola"], next, []],
    );
    const counted = await countedIn(workspaceId);
    assert.deepEqual([counted.received, counted.conversations, counted.leads], [2, 1, 1]);
    assert.equal(counted.resolved, 0);
  });

  it("follows once nothing in it is being sent", async () => {
    const [old, next] = ["+56911110001", "+56911110002"];
    await receive(connection, letter(phoned(old), 1));
    await receive(connection, letter(phoned(next), 11, "desde el nuevo"));
    const sending = messagesOf(workspaceId, hash("whatsapp", next)).doc("ours");
    await sending.set({ ...outboundMessage(), status: "sending", providerAt: Date.now() });
    await assert.rejects(recordRename(connection, moved(old, next, 10)), /while it is sending/);
    await sending.update({ status: "sent", statusRank: 3 });
    assert.equal(await recordRename(connection, moved(old, next, 10)), "recorded");
    assert.deepEqual(await textsIn(), [["desde el nuevo", "hola"]]);
  });
});

describe("somebody under a user id, both, and a phone", () => {
  const userId = "MX.1234567890";
  const alone: Sender = { address: userId, userId };
  const both: Sender = { ...phoned("+5215512345678"), userId };
  const ways = { alone, both, phone: phoned("+525512345678") };
  beforeEach(connect);

  const orders = [
    ["alone", "both", "phone"],
    ["alone", "phone", "both"],
    ["both", "alone", "phone"],
    ["both", "phone", "alone"],
    ["phone", "alone", "both"],
    ["phone", "both", "alone"],
  ] as const;
  for (const order of orders)
    it(`is one within a second: ${order.join(", ")}`, async () => {
      for (const way of order) await writeAnew(ways[way], 1, way);
      const [thread, ...others] = await threadsIn(workspaceId);
      assert.deepEqual([thread?.texts, thread?.count], [["alone", "both", "phone"], 3]);
      assert.deepEqual(others, []);
    });

  for (const order of orders.slice(0, 3))
    it(`is one when all come at once: ${order.join(", ")}`, async () => {
      const all = [...order, ...order].map((way, n) => letter(ways[way], 1, `${way} ${n}`));
      await Promise.all(all.map((one) => receive(connection, one)));
      await receive(connection, letter(both, 2, "después"));
      const [thread, ...others] = await threadsIn(workspaceId);
      assert.deepEqual([thread?.texts.length, thread?.count, others], [7, 7, []]);
    });

  it("is not who shows their number after them", async () => {
    const other = { address: "MX.999", userId: "MX.999" };
    await receive(connection, letter(both, 1, "primera"));
    await receive(connection, letter(other, 2, "otra"));
    await receive(
      connection,
      letter({ ...phoned("+525512345678"), userId: "MX.999" }, 3, "otra, con él"),
    );
    await writeAnew(phoned("+525512345678"), 4, "otra, sin más");
    assert.deepEqual(await textsIn(), [["otra", "otra, con él", "otra, sin más"], ["primera"]]);
  });
});

describe("news of a person's numbers", () => {
  const [a, b, c] = ["+5215511110001", "+525522220002", "+5531983330003"];
  const news: (() => Promise<unknown>)[] = [
    () => receive(connection, letter(phoned(a), 1, "1")),
    () => receive(connection, letter(phoned("+525511110001"), 2, "2")),
    () => recordRename(connection, moved(a, b, 10)),
    () => receive(connection, letter(phoned(b), 11, "3")),
    () => recordRename(connection, moved(b, c, 20)),
    () => receive(connection, letter(phoned("+553183330003"), 21, "4")),
  ];

  async function tell(order: readonly number[], forgetful: boolean): Promise<void> {
    for (const step of order) {
      if (forgetful) forgetConversations();
      await news[step]?.();
    }
  }

  it("come to the same in any order, and twice", async () => {
    const all = [...news.keys()];
    const order = fc.shuffledSubarray(all, { minLength: all.length });
    const histories = fc.tuple(order, fc.subarray(all), fc.boolean());
    await fc.assert(
      fc.asyncProperty(histories, async ([first, again, forgetful]) => {
        await connect();
        await tell([...first, ...again], forgetful);
        const [thread, ...others] = await threadsIn(workspaceId);
        assert.deepEqual([thread?.texts, thread?.count], [["1", "2", "3", "4"], 4]);
        assert.deepEqual([oneForm(thread?.address ?? ""), others], [c, []]);
        // Long after, somebody else has their first number.
        await receive(connection, letter(phoned(a), 1000, "extraño"));
        assert.equal((await threadsIn(workspaceId)).length, 2);
      }),
      { numRuns: 12 },
    );
  });
});
