import assert from "node:assert/strict";
import { hash } from "../../functions/src/platform/crypto.ts";
import { samples } from "../functions/files/samples.ts";
import { callApi } from "../support/people.ts";
import { eventually } from "../support/wait.ts";
import { control } from "./control.ts";
import type { Customer } from "./customers.ts";
import { conversationOf, messageOf, recognised, threadOf, welcomed } from "./records.ts";
import {
  act,
  comesDue,
  deliverNow,
  problemIn,
  reached,
  send,
  textMessage,
  tokenOf,
} from "./staff.ts";

type Json = Record<string, unknown>;
type Chat = Customer & { telegramId: string };

let count = 0;

/** Somebody who has never written to the bot. */
function newChat(id = String(6_000_000_000 + ++count)): Chat {
  const conversationId = hash("telegram", id);
  const base = { phone: id, platform: "whatsapp", channelId: "telegram" } as const;
  return { ...base, name: `Clienta ${id}`, telegramId: id, conversationId };
}

/** The customer does something on their phone; the house must take it. Gives the message's id there. */
async function acts({ telegramId, name }: Chat, message: Json): Promise<string> {
  const inbound = { channel: "telegram", from: { telegramId, name }, ...message };
  const told = await control<{ sid: string; status: number | null }>("telegram/inbound", inbound);
  assert.equal(told.status, 200, JSON.stringify(told));
  return told.sid;
}

type Entry = {
  id: string;
  from: string;
  text: string;
  replyTo?: string;
  offer?: { buttons: { id: string; title: string }[] };
  reactions?: { business?: string };
  files: { type: string; size: number }[];
};

/** What the business's side of the customer's phone shows. */
async function shownTo({ telegramId }: Chat): Promise<Entry[]> {
  const { threads } = await control<{ threads: { personId: string; entries: Entry[] }[] }>(
    "threads",
  );
  const thread = threads.find(({ personId }) => personId === telegramId);
  return (thread?.entries ?? []).filter(({ from }) => from === "business");
}

async function whoWrote(text = "Hola", chat = newChat()): Promise<Chat> {
  await acts(chat, { text });
  const isGroup = chat.telegramId.startsWith("-");
  await (isGroup ? recognised(chat) : welcomed(chat));
  return chat;
}

describe("a conversation by Telegram", () => {
  let agent: string;
  before(async () => {
    agent = await tokenOf("agent");
  });

  it("is begun by the customer, and answered with a quote", async () => {
    const chat = await whoWrote("¿Tienen hora mañana?");
    const [asked] = await threadOf(chat);
    assert.equal(asked?.text, "¿Tienen hora mañana?");
    const { contact, replyUntil } = await conversationOf(chat);
    assert.deepEqual([contact.name, replyUntil], [chat.name, null]);
    const state = await send(agent, chat, { ...textMessage("Sí, a las 10"), replyTo: asked?.id });
    assert.equal((await reached(agent, state, "sent")).error, null);
    const [shown] = await shownTo(chat);
    assert.deepEqual([shown?.text, shown?.replyTo], ["Sí, a las 10", asked?.externalId]);
    assert.equal(state.externalId, shown?.id);
  });

  it("carries a picture each way", async () => {
    const chat = await whoWrote();
    await acts(chat, { kind: "image", text: "Así llegó" });
    const [file] = await eventually(async () => {
      const message = (await threadOf(chat)).find(({ kind }) => kind === "image");
      assert.equal(message?.attachments[0]?.state, "ready");
      assert.equal(message?.text, "Así llegó");
      return message?.attachments ?? [];
    });
    assert.equal(file?.type, "image/jpeg");
    const form = new FormData();
    const png = new Uint8Array(samples["image/png"] ?? Buffer.alloc(0));
    form.append("file", new Blob([png], { type: "image/png" }), "plano.png");
    const upload = await callApi(agent, "/files?channelId=telegram", { body: form });
    assert.equal(upload.status, 201, JSON.stringify(upload.json));
    const picture = { ...textMessage("El plano"), kind: "image", attachments: [upload.json.id] };
    await reached(agent, await send(agent, chat, picture), "sent");
    const [shown] = await shownTo(chat);
    assert.deepEqual([shown?.text, shown?.files[0]?.type], ["El plano", "image/png"]);
  });

  it("offers buttons, and hears which was pressed", async () => {
    const chat = await whoWrote();
    const options = {
      buttons: [
        { id: "si", title: "Sí" },
        { id: "no", title: "No" },
      ],
    };
    await reached(
      agent,
      await send(agent, chat, { ...textMessage("¿Va?"), kind: "buttons", options }),
      "sent",
    );
    const [shown] = await shownTo(chat);
    assert.deepEqual(shown?.offer?.buttons, options.buttons);
    await acts(chat, { kind: "button", button: options.buttons[0], replyTo: shown?.id });
    const pressed = (await threadOf(chat)).find(({ choice }) => choice);
    assert.deepEqual(pressed?.choice, { id: "si", title: "Sí" });
    const { exchanges } = await control<{ exchanges: { path: string; status: number }[] }>(
      "threads",
    );
    const answered = exchanges.findLast(({ path }) => path.endsWith("answerCallbackQuery"));
    assert.equal(answered?.status, 200);
  });

  it("shows edits, and reactions of both sides", async () => {
    const chat = await whoWrote();
    const target = await acts(chat, { text: "A las dies" });
    await acts(chat, { kind: "edit", target, text: "A las diez" });
    const edited = (await threadOf(chat)).find(({ externalId }) => externalId === target);
    assert.deepEqual([edited?.text, edited?.original], ["A las diez", "A las dies"]);
    const answer = await send(agent, chat, textMessage("Bien"));
    await reached(agent, answer, "sent");
    await acts(chat, { kind: "reaction", target: answer.externalId, emoji: "👍" });
    const liked = await messageOf(chat, answer.messageId);
    assert.deepEqual(
      Object.values(liked.reactions ?? {}).map(({ emoji }) => emoji),
      ["👍"],
    );
    const react = { ...textMessage("🔥"), kind: "reaction", replyTo: edited?.id };
    await reached(agent, await send(agent, chat, react), "sent");
  });

  it("stops when the customer blocks the bot, and goes on when they unblock it", async () => {
    const chat = await whoWrote();
    await acts(chat, { kind: "block" });
    problemIn(await act(agent, chat, "messages", textMessage()), "optedOut");
    await acts(chat, { kind: "unblock" });
    await reached(agent, await send(agent, chat), "sent");
  });

  for (const [code, reason] of [
    ["403.deactivated", "badAddress"],
    ["400.entities", "content"],
  ] as const) {
    it(`says why an answer was refused (${code})`, async () => {
      const chat = await whoWrote();
      const behaviour = { failure: { code, at: "call" } };
      await control("behaviour", { scope: "next", personId: chat.telegramId, behaviour });
      const failed = await reached(agent, await send(agent, chat), "failed");
      assert.equal(failed.error?.reason, reason);
    });
  }

  it("waits as long as Telegram asks, and then sends", async () => {
    const chat = await whoWrote();
    const behaviour = { failure: { code: "429", at: "call", retryAfter: 30 } };
    await control("behaviour", { scope: "next", personId: chat.telegramId, behaviour });
    const asked = Date.now();
    const state = await send(agent, chat);
    assert.equal(state.status, "queued");
    const [least, most] = [asked + 30_000, Date.now() + 30_000];
    const dueAt = await comesDue(state);
    assert.ok(dueAt >= least && dueAt <= most, `${least} ${dueAt} ${most}`);
    await deliverNow(state);
    await reached(agent, state, "sent");
    assert.equal((await shownTo(chat)).length, 1);
  });

  it("tells apart who writes in a group, and follows it to its new id", async () => {
    const group = newChat(`-40${String(Date.now()).slice(-8)}`);
    await whoWrote("¿Quién viene?", group);
    const [message] = await threadOf(group);
    assert.equal(message?.writer, "Ana Souza");
    const behaviour = { failure: { code: "400.migrated", at: "call" } };
    await control("behaviour", { scope: "next", personId: group.telegramId, behaviour });
    const state = await send(agent, group, textMessage("Todos"));
    await reached(agent, state, "sent");
    assert.equal((await shownTo(group)).length, 1);
    await eventually(async () => {
      const { address } = await conversationOf(group);
      assert.match(address, /^-100\d{10}$/);
    });
    await acts(group, { text: "Vamos todos" });
    assert.ok((await threadOf(group)).some(({ text }) => text === "Vamos todos"));
  });
});
