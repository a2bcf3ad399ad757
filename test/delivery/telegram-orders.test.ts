import assert from "node:assert/strict";
import { Conversation, Message } from "@hilo/schema";
import { threadOrder } from "@hilo/schema/message";
import { conversationsOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { forgetConversations } from "../../functions/src/inbound/receive.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { during } from "../support/during.ts";
import { reactIn, threadsIn } from "./scene.ts";
import { startWebhooks } from "./server.ts";
import { connected } from "./voices/connected.ts";
import { telegram } from "./voices/telegram.ts";
import { firstAt } from "./voices/voice.ts";

// Inputs of the kinds that other inboxes stumbled over: what is told late, twice, or within one second.

const second = Math.floor(firstAt / 1000);

describe("what Telegram tells", () => {
  during(startWebhooks);
  let workspaceId: string;
  let updates: number;
  beforeEach(async () => {
    workspaceId = await connected(telegram);
    updates = 910_000_000;
  });

  async function post(update: object): Promise<void> {
    updates += 1;
    const told = { type: "letter", person: 0, serial: 1, at: firstAt, text: "" } as const;
    const { path, headers } = await telegram.envelope(workspaceId, told);
    const response = await fetch(`${process.env.PUBLIC_BASE_URL}${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify({ update_id: updates, ...update }),
    });
    await response.arrayBuffer();
    assert.equal(response.status, 200);
  }

  const ana = { id: 700_000_077, is_bot: false, first_name: "Ana" };
  const chat = { id: ana.id, type: "private", first_name: "Ana" };
  const message = (id: number, more: object = {}) => ({
    message: { message_id: id, from: ana, chat, date: second, text: `m${id}`, ...more },
  });

  async function thread(chatId: string | number) {
    const id = hash("telegram", `${chatId}`);
    const { docs } = await messagesOf(workspaceId, id).get();
    const all = docs.map((doc) => ({ id: doc.id, ...(read(Message, doc) ?? assert.fail()) }));
    return all.sort(threadOrder);
  }
  const texts = async (chatId: string | number) => (await thread(chatId)).map(({ text }) => text);
  const conversation = async (chatId: string | number) => {
    await reactIn(workspaceId);
    const doc = await conversationsOf(workspaceId)
      .doc(hash("telegram", `${chatId}`))
      .get();
    return read(Conversation, doc) ?? assert.fail();
  };

  const orders = [
    [3, 2, 1],
    [2, 3, 1],
    [1, 3, 2, 3, 1],
    [9, 10, 8],
    [100, 99, 1000],
  ];
  for (const order of orders)
    it(`within one second stands as it was written: ${order}`, async () => {
      for (const id of order) await post(message(id));
      const sorted = [...new Set(order)].sort((a, b) => a - b);
      assert.deepEqual(
        await texts(ana.id),
        sorted.map((id) => `m${id}`),
      );
      assert.equal((await conversation(ana.id)).preview.text, `m${sorted.at(-1)}`);
    });

  it("within one second shows the edit of an earlier message in its place", async () => {
    await post(message(1));
    await post(message(2));
    const { message: first } = message(1, { text: "m1 corregido", edit_date: second });
    await post({ edited_message: first });
    assert.deepEqual(await texts(ana.id), ["m1 corregido", "m2"]);
    assert.equal((await conversation(ana.id)).preview.text, "m2");
  });

  it("shows the edit that comes before its message, in list and thread", async () => {
    const { message: edited } = message(1, { text: "corregido", edit_date: second + 5 });
    await post({ edited_message: edited });
    await post(message(1));
    assert.deepEqual(await texts(ana.id), ["corregido"]);
    assert.equal((await conversation(ana.id)).preview.text, "corregido");
  });

  it("shows the later of two edits, whichever comes first", async () => {
    await post(message(1));
    for (const at of [9, 4]) {
      const { message: edited } = message(1, { text: `edición ${at}`, edit_date: second + at });
      await post({ edited_message: edited });
    }
    assert.deepEqual(await texts(ana.id), ["edición 9"]);
  });

  it("leaves the preview to a message when somebody reacts to it", async () => {
    await post(message(1));
    await post({
      message_reaction: {
        chat,
        user: ana,
        message_id: 1,
        date: second + 60,
        old_reaction: [],
        new_reaction: [{ type: "emoji", emoji: "👍" }],
      },
    });
    assert.equal((await conversation(ana.id)).preview.text, "m1");
    assert.equal((await conversation(ana.id)).unread, 1);
  });

  const group = { id: -4_001, type: "group", title: "Equipo" };
  const big = { id: -1_001_234_567_890, type: "supergroup", title: "Equipo" };
  const said = {
    before: () => post(message(5, { chat: group, text: "antes" })),
    to: () =>
      post(
        message(6, { chat: group, text: undefined, migrate_to_chat_id: big.id, date: second + 10 }),
      ),
    from: () =>
      post(
        message(1, {
          chat: big,
          text: undefined,
          migrate_from_chat_id: group.id,
          date: second + 10,
        }),
      ),
    after: () => post(message(2, { chat: big, text: "después", date: second + 20 })),
  };
  const tales: (keyof typeof said)[][] = [
    ["before", "to", "from", "after"],
    ["before", "from", "to", "after"],
    ["before", "after", "to", "from"],
    ["after", "from", "before", "to"],
    ["to", "from", "after", "before"],
    ["before", "to", "to", "after", "from", "after"],
    ["before", "from", "after"],
    ["before", "to", "after"],
  ];
  for (const tale of tales)
    it(`keeps a migrated group's conversation: ${tale}`, async () => {
      for (const step of tale) {
        forgetConversations();
        await said[step]();
      }
      const threads = await threadsIn(workspaceId);
      assert.deepEqual(
        threads.map((one) => one.texts.filter((text) => text !== "" && text !== "undefined")),
        [["antes", "después"]],
      );
    });
});
