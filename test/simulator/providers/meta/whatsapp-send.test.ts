import assert from "node:assert/strict";
import { type Pair, startPair } from "../../support/house.ts";
import {
  type Answer,
  codeOf,
  graph,
  headers,
  phoneNumberId,
  statuses,
  text,
  whatsapp,
} from "./graph.ts";

const long = (length: number) => "x".repeat(length);
const buttons = (...titles: string[]) => ({
  type: "interactive",
  interactive: {
    type: "button",
    body: { text: "¿Cuál?" },
    action: {
      buttons: titles.map((title) => ({ type: "reply", reply: { id: title, title } })),
    },
  },
});

const wrong: [name: string, message: Record<string, unknown>, code: string][] = [
  ["no product", { messaging_product: undefined, ...text("x") }, "100"],
  ["an empty text", text(""), "131009"],
  ["a text that is too long", text(long(4097)), "100"],
  ["a missing body", { type: "text" }, "131008"],
  ["an unknown type", { type: "telepathy" }, "131051"],
  ["an unknown parameter", { ...text("x"), colour: "red" }, "100"],
  ["no recipient", { to: undefined, ...text("x") }, "131008"],
  ["a wrong phone", { to: "1555", ...text("x") }, "131009"],
  ["a wrong user id", { to: undefined, recipient: "me", ...text("x") }, "131009"],
  ["itself", { to: "15550783881", ...text("x") }, "131021"],
  [
    "a file by id and by link",
    { type: "image", image: { id: "1", link: "https://x.test/a" } },
    "131009",
  ],
  ["four buttons", buttons("a", "b", "c", "d"), "131009"],
  ["a title that is too long", buttons(long(21)), "100"],
  ["callback data that is too long", { ...text("x"), biz_opaque_callback_data: long(513) }, "100"],
];

describe("Meta's WhatsApp, sending", () => {
  let pair: Pair;
  beforeEach(async () => {
    pair = await startPair();
    await pair.simulator.control.inbound(
      { channel: "whatsapp", from: { phone: "+56981234567" } },
      "meta",
    );
    pair.calls.length = 0;
  });
  afterEach(() => pair.stop());

  const reported = async () => {
    await pair.simulator.control.settled();
    return statuses(pair).map((status) => status.status);
  };
  const thread = () => pair.simulator.control.threads()[0];

  for (const [name, message, code] of wrong) {
    it(`refuses ${name}`, async () => {
      const answer = await whatsapp(pair, message);
      assert.equal(answer.status, 400);
      assert.equal(codeOf(answer), code);
      assert.deepEqual(await reported(), []);
    });
  }

  it("wants the token, and the right proof when there is one", async () => {
    const path = `${phoneNumberId}/messages`;
    const stranger = { ...headers, authorization: "Bearer wrong" };
    assert.equal((await graph(pair, path, {}, stranger)).status, 401);
    assert.equal(codeOf(await graph(pair, `${path}?appsecret_proof=00`, {})), "100");
  });

  it("takes a text, and reports it with our own ids", async () => {
    const tag = "hilo/c1/m1";
    const { status, body } = await whatsapp(pair, {
      ...text("Hola"),
      biz_opaque_callback_data: tag,
    });
    assert.equal(status, 200);
    assert.deepEqual(body.contacts, [{ input: "56981234567", wa_id: "56981234567" }]);
    assert.deepEqual(await reported(), ["sent", "delivered"]);
    const [sent] = statuses(pair);
    assert.equal(sent?.biz_opaque_callback_data, tag);
    assert.equal(sent?.recipient_id, "56981234567");
    assert.equal(pair.simulator.control.sends()[0]?.message, "m1");
    assert.equal(thread()?.entries.at(-1)?.text, "Hola");
  });

  it("says read once the customer has it before their eyes", async () => {
    await whatsapp(pair, text("Hola"));
    await reported();
    await fetch(
      `${pair.simulator.url}/control/threads/${encodeURIComponent(thread()?.id ?? "")}/seen`,
      {
        method: "POST",
      },
    );
    assert.deepEqual(await reported(), ["sent", "delivered", "read"]);
  });

  it("reaches somebody without a phone", async () => {
    const recipient = "CL.13491208655302741918";
    pair.simulator.control.behave({ scope: "everybody", behaviour: { window: "open" } });
    const { body } = await whatsapp(pair, { to: undefined, recipient, ...text("x") });
    assert.deepEqual(body.contacts, [{ input: recipient, user_id: recipient }]);
    await reported();
    assert.equal(statuses(pair)[0]?.recipient_id, undefined);
    assert.equal(statuses(pair)[0]?.recipient_user_id, recipient);
  });

  it("holds the window against the business, but not against a template", async () => {
    const to = "56900000001";
    assert.equal((await whatsapp(pair, { to, ...text("x") })).status, 200);
    assert.deepEqual(await reported(), ["failed"]);
    const [failed] = statuses(pair);
    assert.equal((failed?.errors as { code: number }[] | undefined)?.[0]?.code, 131047);
    assert.equal(failed?.recipient_user_id, undefined);
    const template = { name: "saludo", language: { code: "es" } };
    const { body } = await whatsapp(pair, { to, type: "template", template });
    assert.equal(
      (body.messages as { message_status: string }[] | undefined)?.[0]?.message_status,
      "accepted",
    );
    assert.deepEqual(await reported(), ["failed", "sent", "delivered"]);
  });

  it("puts a reaction on the customer's message, and shows what was read", async () => {
    const id = thread()?.entries[0]?.id ?? "";
    await whatsapp(pair, { type: "reaction", reaction: { message_id: id, emoji: "🎉" } });
    assert.deepEqual(await reported(), ["sent"]);
    assert.equal(thread()?.entries[0]?.reactions?.business, "🎉");
    await whatsapp(pair, { type: "reaction", reaction: { message_id: id, emoji: "" } });
    assert.equal(thread()?.entries[0]?.reactions?.business, undefined);
    const read = { messaging_product: "whatsapp", status: "read", message_id: id };
    const { body } = await graph(pair, `${phoneNumberId}/messages`, read);
    assert.deepEqual(body, { success: true });
    assert.equal(thread()?.entries[0]?.status, "read");
    const unknown = await graph(pair, `${phoneNumberId}/messages`, { ...read, message_id: "?" });
    assert.equal(codeOf(unknown), "131009");
  });

  it("offers buttons to press", async () => {
    await whatsapp(pair, buttons("Sí", "No"));
    assert.deepEqual(thread()?.entries.at(-1)?.offer?.buttons, [
      { id: "Sí", title: "Sí" },
      { id: "No", title: "No" },
    ]);
  });

  it("fetches a file by its link, and fails when it cannot or may not", async () => {
    const bytes = Buffer.from("ffd8ffe0", "hex");
    pair.files.set("/a.jpg", { type: "image/jpeg", bytes });
    const image = (link: string) => ({ type: "image", image: { link, caption: "mira" } });
    await whatsapp(pair, image(`${pair.target}/a.jpg`));
    assert.deepEqual(await reported(), ["sent", "delivered"]);
    const entry = thread()?.entries.at(-1);
    assert.equal(entry?.files[0]?.type, "image/jpeg");
    assert.equal(entry?.text, "mira");
    pair.calls.length = 0;
    await whatsapp(pair, image("http://127.0.0.1:9/none.jpg"));
    await whatsapp(pair, { type: "sticker", sticker: { link: `${pair.target}/a.jpg` } });
    assert.deepEqual(await reported(), ["failed", "failed"]);
    assert.equal((statuses(pair)[0]?.errors as { code: number }[] | undefined)?.[0]?.code, 131053);
  });

  it("keeps an uploaded file, and refuses a type WhatsApp does not carry", async () => {
    const upload = (type: string) => {
      const form = new FormData();
      form.append("messaging_product", "whatsapp");
      form.append("file", new File(["x"], "a", { type }));
      const { authorization } = headers;
      return fetch(`${pair.simulator.url}/meta/v26.0/${phoneNumberId}/media`, {
        method: "POST",
        headers: { authorization },
        body: form,
      });
    };
    const { id } = await (await upload("image/png")).json();
    await whatsapp(pair, { type: "image", image: { id } });
    assert.deepEqual(await reported(), ["sent", "delivered"]);
    assert.equal((await upload("application/x-msdownload")).status, 400);
  });

  const behaviours: [
    string,
    Parameters<Pair["simulator"]["control"]["behave"]>[0]["behaviour"],
    string[],
  ][] = [
    ["twice", { doubled: true }, ["sent", "sent", "delivered", "delivered"]],
    ["out of order", { disordered: true }, ["delivered", "sent"]],
    ["not at all", { dropped: true }, []],
    ["failed by the code chosen", { failure: { code: "131026", at: "callback" } }, ["failed"]],
    ["read by itself", { read: "automatic", readAfter: 5 }, ["sent", "delivered", "read"]],
  ];
  for (const [name, behaviour, wanted] of behaviours) {
    it(`reports ${name}`, async () => {
      pair.simulator.control.behave({ scope: "everybody", behaviour });
      await whatsapp(pair, text("x"));
      assert.deepEqual(await reported(), wanted);
    });
  }

  it("refuses by the code chosen, and says for how long", async () => {
    const failure = { code: "130429", at: "call", retryAfter: 7 } as const;
    pair.simulator.control.behave({ scope: "next", behaviour: { failure } });
    const answer: Answer = await whatsapp(pair, text("x"));
    assert.equal(answer.status, 429);
    assert.equal(codeOf(answer), "130429");
    assert.equal(answer.retryAfter, "7");
  });

  it("breaks off, hangs or answers 500, and may take the message nevertheless", async () => {
    const tagged = { ...text("x"), biz_opaque_callback_data: "hilo/c/m" };
    pair.simulator.control.behave({ scope: "next", behaviour: { call: "reset" } });
    await assert.rejects(whatsapp(pair, tagged), TypeError);
    pair.simulator.control.behave({ scope: "next", behaviour: { call: "error", accepted: true } });
    assert.equal((await whatsapp(pair, tagged)).status, 500);
    const [sends] = pair.simulator.control.sends();
    assert.deepEqual([sends?.calls, sends?.accepted], [2, 1]);
    assert.deepEqual(await reported(), ["sent", "delivered"]);
  });

  it("gets nothing through to who blocked the business", async () => {
    const from = { phone: "+56981234567" };
    await pair.simulator.control.inbound({ channel: "whatsapp", from, kind: "block" }, "meta");
    assert.equal(pair.calls.length, 0);
    await whatsapp(pair, text("x"));
    assert.deepEqual(await reported(), ["failed"]);
  });
});
