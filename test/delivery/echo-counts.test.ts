import assert from "node:assert/strict";
import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { countedIn } from "../support/counted.ts";
import { startWebhooks, type Webhooks } from "./server.ts";
import { connected, postTold } from "./voices/connected.ts";
import { messenger } from "./voices/pages.ts";
import { firstAt, type Told } from "./voices/voice.ts";

const echo: Told = { type: "echo", person: 0, serial: 1, text: "¡Bienvenida!", at: firstAt };
const reaction: Told = {
  type: "reaction",
  person: 0,
  of: 1,
  serial: 2,
  emoji: "❤️",
  at: firstAt + 1000,
};
const letter: Told = { type: "letter", person: 0, serial: 3, text: "hola", at: firstAt + 2000 };

describe("a message of ours that was written elsewhere", () => {
  let webhooks: Webhooks;
  before(async () => {
    webhooks = await startWebhooks();
  });
  after(() => webhooks.stop());

  const orders: [string, Told[], number][] = [
    ["begins a conversation", [echo], 0],
    ["begins one and comes twice", [echo, echo], 0],
    ["begins one after a reaction to it", [reaction, echo, echo], 0],
    ["comes into a conversation", [letter, echo], 1],
    ["comes into one after a reaction to it", [letter, reaction, echo], 1],
  ];
  for (const [name, told, received] of orders) {
    it(`counts as sent, once and never as received, where it ${name}`, async () => {
      const workspaceId = await connected(messenger);
      for (const one of told) assert.equal(await postTold(workspaceId, messenger, one), 200);
      assert.equal((await conversationsOf(workspaceId).count().get()).data().count, 1);
      const counted = await countedIn(workspaceId);
      assert.deepEqual([counted.sent, counted.received, counted.conversations], [1, received, 1]);
    });
  }
});
