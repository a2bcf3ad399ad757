import assert from "node:assert/strict";
import type { MailThread } from "@hilo/schema";
import { tagged } from "../../../../functions/src/providers/email/named.ts";
import { messageIdFor } from "../../../../functions/src/providers/email/thread.ts";
import { account, eventsOf, mail, mimeRequest } from "./samples.ts";

const conversationId = "abcdefghij234567klmn";
const messageId = "7b1f2f9e-6f0f-4d8e-9f1b-2f4b5a6c7d8e";
const ours = messageIdFor(account, { conversationId, messageId }, account.address);
const forged = ours.replace("abcd", "bbcd");

async function threadOf(headers: Record<string, string>): Promise<MailThread> {
  const [event] = await eventsOf(mimeRequest(mail(headers)));
  assert.ok(event?.type === "message" && event.thread);
  return event.thread;
}

describe("what a mail says of its thread", () => {
  const own = { externalId: ours, conversationId, messageId };
  const rows: [string, Record<string, string>, MailThread["answers"]][] = [
    ["nothing", {}, []],
    ["In-Reply-To", { "In-Reply-To": `<${ours}>` }, [own]],
    ["an id without brackets", { "In-Reply-To": ours }, [own]],
    [
      "In-Reply-To before the references, and those from the last to the first",
      { "In-Reply-To": "<b@x.cl>", References: `<a@x.cl> <b@x.cl> <${ours}> <c@x.cl>` },
      [{ externalId: "b@x.cl" }, { externalId: "c@x.cl" }, own, { externalId: "a@x.cl" }],
    ],
    ["an id that somebody made up", { References: `<${forged}>` }, [{ externalId: forged }]],
  ];
  for (const [name, headers, answers] of rows) {
    it(`is taken from ${name}`, async () => {
      assert.deepEqual((await threadOf(headers)).answers, answers);
    });
  }

  it("holds an id of ours however far back it stands, and few others", async () => {
    const many = Array.from({ length: 80 }, (_, index) => `<${index}@x.cl>`).join(" ");
    const { answers } = await threadOf({ References: `<${ours}> ${many}` });
    assert.deepEqual(
      answers.map(({ externalId }) => externalId),
      ["79@x.cl", "78@x.cl", "77@x.cl", "76@x.cl", "75@x.cl", ours],
    );
  });

  it("names the other people, and none of our own addresses", async () => {
    const { others } = await threadOf({
      To: "hola@hilo.test, Eva <Eva@X.cl>, hola+abc@hilo.test",
      Cc: "eva@x.cl, jefe@x.cl",
    });
    assert.deepEqual(others, ["eva@x.cl", "jefe@x.cl"]);
  });

  const subjects: [string, string | undefined][] = [
    [`Re: Pedido [#${conversationId}]`, conversationId],
    [`RE: PEDIDO [#${conversationId.toUpperCase()}]`, conversationId],
    ["Re: [#42] Pedido", undefined],
    [`Re: Pedido #${conversationId}`, undefined],
    [`[#${conversationId}a]`, undefined],
  ];
  for (const [Subject, tag] of subjects) {
    it(`${tag ? "knows" : "knows no"} tag of ours in “${Subject}”`, async () => {
      assert.equal((await threadOf({ Subject })).tag, tag);
    });
  }

  it("is tagged once", () => {
    const once = tagged("Pedido", conversationId);
    assert.equal(once, `Pedido [#${conversationId}]`);
    assert.equal(tagged(`Re: ${once}`, conversationId), `Re: ${once}`);
    assert.equal(tagged("", conversationId), `[#${conversationId}]`);
  });
});
