import assert from "node:assert/strict";
import type { MessageEvent } from "@hilo/schema";
import {
  conversationOf,
  idsFrom,
  messageIdFor,
  replyAddress,
} from "../../../../functions/src/providers/email/thread.ts";
import { proofFor } from "../../../../functions/src/providers/message-proof.ts";
import { account, eventsOf, mail, mimeRequest } from "./samples.ts";

const ids = {
  conversationId: "abcdefghij234567klmn",
  messageId: "7b1f2f9e-6f0f-4d8e-9f1b-2f4b5a6c7d8e",
};
const place = { workspaceId: "demo", channelId: "email" };
const own = { conversationId: ids.conversationId, address: account.address };

async function messageOf(headers: Record<string, string>, text?: string): Promise<MessageEvent> {
  const [event] = await eventsOf(mimeRequest(mail(headers, text)));
  assert.equal(event?.type, "message");
  return event as MessageEvent;
}

describe("the thread of a mail", () => {
  const messageId = messageIdFor(place, ids, account.address);

  it("names our message in a Message-ID that only we can make, the same one every time", () => {
    assert.match(messageId, /^abcdefghij234567klmn\.7b1f2f9e-[0-9a-f-]+\.[0-9a-f]{20}@hilo\.test$/);
    assert.equal(messageIdFor(place, ids, account.address), messageId);
    assert.deepEqual(idsFrom(place, messageId), { ...ids, mark: proofFor(place, ids) });
  });

  const forged: [string, string][] = [
    ["of another message", messageId.replace("7b1f", "8b1f")],
    ["of another conversation", messageId.replace("abcd", "bbcd")],
    ["without a mark", messageId.replace(/\.[0-9a-f]{20}@/, "@")],
    ["with another mark", messageId.replace(/.@/, (end) => (end === "0@" ? "1@" : "0@"))],
    ["with more parts", `x.${messageId}`],
    ["of nothing", "@"],
  ];
  for (const [name, id] of forged) {
    it(`does not know one ${name}`, () => assert.equal(idsFrom(place, id), undefined));
  }

  it("does not know one of another workspace", () => {
    assert.equal(idsFrom({ ...place, workspaceId: "other" }, messageId), undefined);
  });

  it("does not know one of another mailbox", () => {
    assert.equal(idsFrom({ ...place, channelId: "ventas" }, messageId), undefined);
  });

  it("leads by its token into the conversation, whoever answers and however it is written", async () => {
    const to = replyAddress(place, own);
    assert.match(to, /^hola\+abcdefghij234567klmn-[0-9a-f]{20}@hilo\.test$/);
    for (const headers of [
      { To: to },
      { To: `Hola <${to}>` },
      { Cc: to },
      { "Delivered-To": to },
      { To: `otra@x.cl, "Hola" <${to}>` },
    ])
      assert.equal(
        (await messageOf({ From: "colega@x.cl", ...headers })).conversationId,
        ids.conversationId,
      );
  });

  const tokens: [string, string][] = [
    ["of another conversation", replyAddress(place, own).replace("abcd", "bbcd")],
    ["of another workspace", replyAddress({ workspaceId: "other" }, own)],
    ["of another mailbox", replyAddress(place, { ...own, address: "ventas@hilo.test" })],
    ["cut short", replyAddress(place, own).replace(/.@/, "@")],
    ["that is none", "hola+42@hilo.test"],
    ["that is empty", "hola+@hilo.test"],
  ];
  for (const [name, to] of tokens) {
    it(`is not led by a token ${name}`, async () => {
      assert.equal((await messageOf({ To: to })).conversationId, undefined);
      assert.equal(conversationOf(place, to, account.address), undefined);
    });
  }

  it("is never led into a conversation by headers that anybody can write", async () => {
    const headers = {
      "In-Reply-To": `<${messageId}>`,
      References: `<${messageId}>`,
      Subject: "Re: [#42] x",
    };
    const event = await messageOf({ From: "mallory@x.cl", ...headers });
    assert.equal(event.conversationId, undefined);
    assert.equal(event.sender.address, "mallory@x.cl");
    assert.equal(event.replyTo, messageId);
  });

  const answers: [string, Record<string, string>, string | undefined][] = [
    ["In-Reply-To", { "In-Reply-To": "<a@x.cl>", References: "<b@x.cl>" }, "a@x.cl"],
    ["In-Reply-To without brackets", { "In-Reply-To": "a@x.cl" }, "a@x.cl"],
    [
      "ours before a stranger's",
      { "In-Reply-To": "<a@x.cl>", References: `<${messageId}> <c@x.cl>` },
      messageId,
    ],
    ["the last reference", { References: "<a@x.cl>\r\n <b@x.cl>" }, "b@x.cl"],
    ["nothing", {}, undefined],
  ];
  for (const [name, headers, wanted] of answers) {
    it(`takes ${name} for what is answered`, async () => {
      assert.equal((await messageOf(headers)).replyTo, wanted);
    });
  }

  it("keeps a long local part free of a token, which no mail system would take", () => {
    const address = `${"a".repeat(40)}@hilo.test`;
    assert.equal(replyAddress(place, { ...own, address }), address);
  });

  const ours: [string, Record<string, string>][] = [
    ["by its Message-ID", { "Message-ID": `<${messageId}>` }],
    ["by our own address", { From: "Hola <HOLA@hilo.test>" }],
    ["by our own address with a token", { From: "hola+abc@hilo.test" }],
  ];
  for (const [name, headers] of ours) {
    it(`knows our own mail that comes back ${name}`, async () => {
      const [event] = await eventsOf(mimeRequest(mail(headers)));
      assert.deepEqual(event, { type: "ignored", reason: "Our own mail came back" });
    });
  }
});
