import assert from "node:assert/strict";
import type { InboundRequest } from "@hilo/simulator";
import { standingPair } from "../../support/standing-pair.ts";
import { bodies, codeOf, events, graph, instagramId, isSigned, pageId } from "./graph.ts";

type Json = Record<string, unknown>;

const psid = "4415550000000001";
const igsid = "1234567890000001";
const day = 24 * 60 * 60 * 1000;

describe("Messenger and Instagram", () => {
  const pair = standingPair();
  pair.stand();

  const control = () => pair.simulator.control;
  const byMessenger = (message: Partial<InboundRequest>) =>
    control().inbound(
      { channel: "messenger", from: { psid, name: "Ana Lima" }, ...message },
      "meta",
    );
  const byInstagram = (message: Partial<InboundRequest>) =>
    control().inbound({ channel: "instagram", from: { igsid }, ...message }, "meta");
  const messenger = (message: Record<string, unknown>) =>
    graph(pair, `${pageId}/messages`, {
      recipient: { id: psid },
      messaging_type: "RESPONSE",
      ...message,
    });
  const instagram = (message: Record<string, unknown>) =>
    graph(pair, `${instagramId}/messages`, { recipient: { id: igsid }, ...message });
  const told = async () => {
    await control().settled();
    return events(pair);
  };

  it("tell of a text, signed", async () => {
    await byMessenger({ text: "hola" });
    const [call] = pair.calls;
    assert.ok(call && isSigned(call));
    assert.equal(bodies(pair)[0]?.object, "page");
    const [event] = events(pair);
    assert.deepEqual(event?.sender, { id: psid });
    assert.deepEqual(event?.recipient, { id: pageId });
    assert.equal((event?.message as { text: string } | undefined)?.text, "hola");
    await byInstagram({ text: "hola" });
    assert.equal(bodies(pair)[1]?.object, "instagram");
  });

  it("tell of stories that are answered, or name the business", async () => {
    await byInstagram({ text: "¡Me encanta!", story: "reply" });
    await byInstagram({ kind: "image", story: "mention" });
    type Told = { reply_to?: { story: Json }; attachments?: { type: string; payload: Json }[] };
    const [answer, named] = events(pair).map(({ message }) => message as Told);
    assert.match(String(answer?.reply_to?.story.url), /^https:/);
    const [story] = named?.attachments ?? [];
    assert.equal(story?.type, "story_mention");
    assert.equal((await fetch(String(story?.payload.url))).status, 200);
  });

  it("tell of pictures by links that want no token", async () => {
    await byMessenger({ kind: "image", samples: 2 });
    const { attachments } = (events(pair)[0]?.message ?? { attachments: [] }) as {
      attachments: { type: string; payload: { url: string } }[];
    };
    assert.equal(attachments.length, 2);
    assert.equal(attachments[0]?.type, "image");
    assert.equal((await fetch(attachments[0]?.payload.url ?? "")).status, 200);
  });

  it("tell of reactions, edits, deletions and of what the business wrote elsewhere", async () => {
    const { entry } = await byMessenger({ text: "hola" });
    const target = entry.id;
    await byMessenger({ kind: "reaction", target, emoji: "❤️" });
    await byMessenger({ kind: "edit", target, text: "chao" });
    await byInstagram({ kind: "delete", target: "aW_1" });
    await byMessenger({ text: "de la página", echo: true });
    const [, reaction, edit, gone, echo] = events(pair);
    assert.deepEqual(reaction?.reaction, {
      mid: target,
      action: "react",
      emoji: "❤️",
      reaction: "love",
    });
    assert.deepEqual(edit?.message_edit, { mid: target, text: "chao", num_edit: 1 });
    assert.deepEqual(gone?.message, { mid: "aW_1", is_deleted: true });
    assert.equal(entry.text, "chao");
    assert.equal(entry.reactions?.customer, "❤️");
    assert.deepEqual(echo?.recipient, { id: psid });
    assert.equal((echo?.message as { is_echo: boolean } | undefined)?.is_echo, true);
  });

  it("echo a message, then tell how far it got", async () => {
    await byMessenger({ text: "hola" });
    pair.calls.length = 0;
    const { status, body } = await messenger({ message: { text: "Hola", metadata: "hilo/c/m" } });
    assert.equal(status, 200);
    assert.equal(body.recipient_id, psid);
    const [echo, delivery] = await told();
    const message = echo?.message as Record<string, unknown>;
    assert.equal(message.metadata, "hilo/c/m");
    assert.equal(message.mid, body.message_id);
    assert.deepEqual((delivery?.delivery as { mids: string[] } | undefined)?.mids, [
      body.message_id,
    ]);
    assert.equal(control().sends()[0]?.accepted, 1);
    const { id } = control().threads()[0] ?? {};
    await fetch(`${pair.simulator.url}/control/threads/${id}/seen`, { method: "POST" });
    assert.equal(
      typeof ((await told())[2]?.read as { watermark: number } | undefined)?.watermark,
      "number",
    );
  });

  it("name what was read on Instagram, which tells of no delivery", async () => {
    await byInstagram({ text: "hola" });
    pair.calls.length = 0;
    control().behave({ scope: "everybody", behaviour: { read: "automatic", readAfter: 5 } });
    const { body } = await instagram({ message: { text: "Hola" } });
    const [echo, read, none] = await told();
    assert.equal((echo?.message as { is_echo: boolean } | undefined)?.is_echo, true);
    assert.deepEqual(read?.read, { mid: body.message_id });
    assert.equal(none, undefined);
  });

  it("hold the window against the business: a person may answer for a week", async () => {
    const lastInboundAt = Date.now() - 2 * day;
    const people = [
      { channel: "messenger", from: { psid }, lastInboundAt },
      { channel: "instagram", from: { igsid }, lastInboundAt: Date.now() - 8 * day },
    ];
    await fetch(`${pair.simulator.url}/control/people`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(people),
    });
    const tag = { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT", message: { text: "x" } };
    assert.equal(codeOf(await messenger({ message: { text: "x" } })), "10/2018278");
    assert.equal((await messenger(tag)).status, 200);
    assert.equal(codeOf(await instagram({ message: { text: "x" } })), "10/2534022");
    assert.equal(codeOf(await instagram(tag)), "10/2534022");
    const named = (parameter_name: string, text: string) => ({
      type: "text",
      parameter_name,
      text,
    });
    const parameters = [named("dia", "lunes"), named("hora", "9:00")];
    const components = [{ type: "body", parameters }];
    const template = { name: "cita_confirmada", language: { code: "es" }, components };
    const utility = { messaging_type: "UTILITY", message: { template } };
    assert.equal((await messenger(utility)).status, 200);
    const unknown = { ...template, name: "pedido" };
    assert.equal(codeOf(await messenger({ ...utility, message: { template: unknown } })), "100");
    assert.equal(codeOf(await instagram(utility)), "100");
  });

  const wrong: [string, Record<string, unknown>, string][] = [
    ["nobody", { recipient: {}, message: { text: "x" } }, "100"],
    ["an id that is none", { recipient: { id: "abc" }, message: { text: "x" } }, "100/2018001"],
    ["nothing", {}, "100"],
    ["two things at once", { message: { text: "x", attachment: { type: "image" } } }, "100"],
    ["a text that is too long", { message: { text: "x".repeat(2001) } }, "100"],
    [
      "a tag that is no more",
      { messaging_type: "MESSAGE_TAG", tag: "ACCOUNT_UPDATE", message: { text: "x" } },
      "100",
    ],
    ["an unknown parameter", { message: { text: "x", colour: "red" } }, "100"],
    [
      "a file that cannot be had",
      { message: { attachment: { type: "image", payload: { url: "http://127.0.0.1:9/a" } } } },
      "100/2018008",
    ],
  ];
  for (const [name, message, code] of wrong) {
    it(`refuse ${name}`, async () => {
      await byMessenger({ text: "hola" });
      assert.equal(codeOf(await messenger(message)), code);
    });
  }

  it("count Instagram's text in bytes", async () => {
    await byInstagram({ text: "hola" });
    assert.equal((await instagram({ message: { text: "ñ".repeat(500) } })).status, 200);
    assert.equal(codeOf(await instagram({ message: { text: "ñ".repeat(501) } })), "100");
  });

  it("show buttons: a quick reply answers with a message, a template's with a postback", async () => {
    await byMessenger({ text: "hola" });
    const quick = { content_type: "text", title: "Rojo", payload: "RED" };
    await messenger({ message: { text: "¿Cuál?", quick_replies: [quick] } });
    const button = { type: "postback", title: "Seguir", payload: "GO" };
    const payload = { template_type: "button", text: "¿Y?", buttons: [button] };
    await messenger({ message: { attachment: { type: "template", payload } } });
    await told();
    pair.calls.length = 0;
    const [first, second] = control().threads()[0]?.entries.slice(-2) ?? [];
    for (const entry of [first, second]) {
      const [choice] = entry?.offer?.buttons ?? [];
      assert.ok(choice);
      await byMessenger({ kind: "button", button: choice, replyTo: entry?.id ?? "" });
    }
    const [reply, press] = events(pair);
    assert.deepEqual((reply?.message as { quick_reply: unknown } | undefined)?.quick_reply, {
      payload: "RED",
    });
    assert.equal((press?.postback as { payload: string } | undefined)?.payload, "GO");
  });

  it("show what was read, and a reaction", async () => {
    const { entry } = await byMessenger({ text: "hola" });
    const { body } = await messenger({ messaging_type: undefined, sender_action: "mark_seen" });
    assert.deepEqual(body, { recipient_id: psid });
    assert.equal(entry.status, "read");
    await messenger({
      messaging_type: undefined,
      sender_action: "react",
      payload: { message_id: entry.id, reaction: "love" },
    });
    assert.equal(entry.reactions?.business, "❤️");
  });

  it("refuse by the code chosen, and who blocked the page", async () => {
    await byMessenger({ text: "hola" });
    control().behave({ scope: "next", behaviour: { failure: { code: "613", at: "callback" } } });
    assert.equal(codeOf(await messenger({ message: { text: "x" } })), "613");
    await byMessenger({ kind: "block" });
    assert.equal(codeOf(await messenger({ message: { text: "x" } })), "551/1545041");
  });

  it("tell who writes", async () => {
    await byMessenger({ text: "hola" });
    const { body } = await graph(pair, `${psid}?fields=first_name,last_name`);
    assert.deepEqual(body, { first_name: "Ana", last_name: "Lima", id: psid });
    assert.equal((await graph(pair, "999999999")).status, 400);
  });
});
