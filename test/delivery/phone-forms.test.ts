import assert from "node:assert/strict";
import type { Connection } from "../../functions/src/channels/connections.ts";
import { forgetConversations, receive } from "../../functions/src/inbound/receive.ts";
import { start } from "../../functions/src/outbound/start.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { during } from "../support/during.ts";
import { startProvider } from "./provider.ts";
import { connectedByPhone, connectionTo, letter, phoned, threadsIn } from "./scene.ts";

describe("a phone, in whichever form it is told", () => {
  const provider = during(() => startProvider({ behaviour: { pace: 0, readAfter: 0 } }));
  let workspaceId: string;
  beforeEach(async () => {
    provider.control.reset();
    workspaceId = await connectedByPhone();
  });

  const forms = [
    ["+525512345678", "+5215512345678"],
    ["+5531988887777", "+553188887777"],
    ["+5491123456789", "+541123456789", "+54111523456789"],
    ["+2250748123456", "+22548123456"],
    ["+2290197123456", "+22997123456"],
  ];

  async function write(connection: Connection, phones: readonly string[]): Promise<void> {
    for (const [second, phone] of phones.entries()) {
      forgetConversations();
      await receive(connection, letter(phoned(phone), second, `${phones[0]} ${second}`));
    }
  }

  for (const channelId of ["whatsapp", "twilio-whatsapp", "kapso", "twilio-sms", "twilio-voice"])
    it(`is one person's conversation on ${channelId}, whichever came first`, async () => {
      const connection = await connectionTo(workspaceId, channelId);
      for (const phones of forms) {
        await write(connection, phones);
        await write(connection, phones.toReversed());
      }
      const threads = await threadsIn(workspaceId);
      const written = forms.map((phones) => 2 * phones.length);
      assert.deepEqual(threads.map(({ count }) => count).sort(), written.sort());
      for (const { count, texts } of threads) assert.equal(texts.length, count);
    });

  for (const [typed, told] of [
    ["+525512345678", "+5215512345678"],
    ["+5215512345678", "+525512345678"],
    ["+5531988887777", "+553188887777"],
  ] as const)
    it(`joins the conversation that we began by another: ${typed}, ${told}`, async () => {
      const doer = { type: "apiKey" as const, id: "a", name: "A", workspaceId };
      const caller = { ...doer, requestId: "r", ip: "127.0.0.1" };
      const message = () => ({
        messageId: newId(),
        kind: "text" as const,
        text: "Hola",
        to: typed,
      });
      const first = await start(caller, "twilio-sms", message());
      await receive(await connectionTo(workspaceId, "twilio-sms"), letter(phoned(told), 1));
      const again = await start(caller, "twilio-sms", message());
      assert.equal(again.conversationId, first.conversationId);
      const [thread, ...others] = await threadsIn(workspaceId);
      assert.deepEqual([thread?.id, thread?.count, others], [first.conversationId, 1, []]);
    });
});
