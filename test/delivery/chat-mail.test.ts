import assert from "node:assert/strict";
import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { heedStop, stopIn } from "../../functions/src/outbound/mail-stop.ts";
import { mailUnseen } from "../../functions/src/outbound/mail-unseen.ts";
import { sweep } from "../../functions/src/outbound/sweep.ts";
import { setClock } from "../../functions/src/platform/clock.ts";
import { during } from "../support/during.ts";
import { ChatOffice, startMailboxes } from "./chat-mails.ts";
import { crashPoints, dyingAt } from "./crashes.ts";
import { startWebhooks } from "./server.ts";

const minute = 60_000;
const ana = "ana@example.org";
const visitor = "visitor:ana";

describe("what a visitor does not come to see", () => {
  during(startWebhooks);
  const mailboxes = during(startMailboxes);
  let office: ChatOffice;
  let offset = 0;
  let chat: string;

  beforeEach(async () => {
    mailboxes.world.reset();
    offset = 0;
    setClock(() => Date.now() + offset);
    office = await ChatOffice.open(mailboxes.port);
    chat = await office.write(visitor, "¿Tienen la T-80?", ana);
  });
  afterEach(() => setClock());

  const passes = (ms: number) => {
    offset += ms;
  };

  /** Some minutes pass, with a sweep at their end and one a minute after it. */
  async function later(minutes: number): Promise<void> {
    passes((minutes - 1) * minute);
    await sweep();
    passes(minute);
    await sweep();
  }

  async function seen(...messageIds: string[]): Promise<void> {
    await office.post(visitor, { type: "read", messageIds });
  }

  it("is mailed once, all in one, with why and the way to stop it", async () => {
    const ids = [await office.answer(chat, "Sí, quedan tres"), await office.answer(chat, "¿Una?")];
    await later(4);
    assert.deepEqual(mailboxes.of(ana), []);
    await later(8);
    const [mail, ...others] = mailboxes.of(ana);
    assert.deepEqual(others, []);
    assert.equal(mail?.subject, "Respuesta de La Tienda");
    assert.match(
      mail?.text ?? "",
      /^Sí, quedan tres\n\n¿Una\?\n\n-- \nPaula Rojas\n\nRecibes este/,
    );
    assert.match(mail?.text ?? "", /\/api\/v1\/mail-stops\/[\w-]+\.[\w-]+/);
    const [line, ...more] = await office.mailed(chat);
    assert.deepEqual(more, []);
    assert.deepEqual([line?.event?.to, line?.status, line?.externalId], [ana, "sent", mail?.id]);
    assert.deepEqual(line?.carries?.messageIds, ids);
  });

  it("is not mailed when it was seen", async () => {
    const id = await office.answer(chat, "Sí");
    await seen(id);
    await later(30);
    assert.deepEqual(mailboxes.of(ana), []);
  });

  it("waits longer while the page is open that it reached", async () => {
    const messageIds = [await office.answer(chat, "Sí")];
    await office.post(visitor, { type: "delivered", messageIds });
    await later(19);
    assert.deepEqual(mailboxes.of(ana), []);
    await later(2);
    assert.equal(mailboxes.of(ana).length, 1);
  });

  it("waits while we go on writing", async () => {
    await office.answer(chat, "Uno");
    passes(4.5 * minute);
    await office.answer(chat, "Dos");
    passes(0.5 * minute);
    await sweep();
    assert.deepEqual(mailboxes.of(ana), []);
    await later(1);
    assert.match(mailboxes.of(ana)[0]?.text ?? "", /^Uno\n\nDos/);
  });

  it("is mailed once by three sweeps at once", async () => {
    await office.answer(chat, "Sí");
    passes(6 * minute);
    await Promise.all([sweep(), sweep(), sweep()]);
    await sweep();
    assert.equal(mailboxes.of(ana).length, 1);
    assert.equal((await office.mailed(chat)).length, 1);
  });

  for (const point of crashPoints) {
    // Whoever died with the mail in hand may have handed it over: nobody knows, so it is not sent again.
    const isInHand = point.transaction === 2 && point.when === "after";
    it(`is never mailed twice though an instance dies ${point.when} commit ${point.transaction}`, async () => {
      await office.answer(chat, "Sí");
      passes(6 * minute);
      // The sweep's piece of work alone: what is due in other workspaces would have commits of its own.
      await dyingAt(point, () => mailUnseen(conversationsOf(office.workspaceId).doc(chat)));
      await later(3);
      assert.equal(mailboxes.of(ana).length, isInHand ? 0 : 1);
      const [line, ...more] = await office.mailed(chat);
      assert.deepEqual(more, []);
      assert.ok(["sent", "unknown"].includes(line?.status ?? ""), line?.status);
    });
  }

  it("is answered into the same conversation, and followed in the same thread", async () => {
    await office.answer(chat, "Sí, quedan tres");
    await later(6);
    const [first] = mailboxes.of(ana);
    await office.mail(
      { From: `Ana <${ana}>`, To: first?.replyTo ?? "", "Message-ID": "<r1@example.org>" },
      "Guárdame una",
    );
    const thread = await office.thread(chat);
    const answer = thread.find(({ text }) => text === "Guárdame una");
    assert.deepEqual([answer?.direction, answer?.writer], ["inbound", `Ana <${ana}>`]);
    assert.deepEqual(await office.byMail(), []);
    const { waitingSince, unread, address } = await office.conversation(chat);
    assert.ok(waitingSince);
    assert.deepEqual([unread, address], [1, visitor]);
    await office.answer(chat, "Hecho");
    await later(6);
    const [, second, ...more] = mailboxes.of(ana);
    assert.deepEqual(more, []);
    assert.match(second?.text ?? "", /^Hecho/);
    assert.equal(second?.subject, "Re: Respuesta de La Tienda");
    assert.equal(second?.references.at(-1), "r1@example.org");
  });

  it("is answered without the token, too, by what the mail answers", async () => {
    await office.answer(chat, "Sí");
    await later(6);
    const [first] = mailboxes.of(ana);
    const headers = {
      From: ana,
      "In-Reply-To": `<${first?.id}>`,
      "Message-ID": "<r1@example.org>",
    };
    await office.mail(headers, "Gracias");
    assert.ok((await office.thread(chat)).some(({ text }) => text === "Gracias"));
    assert.deepEqual(await office.byMail(), []);
  });

  const strangers: [who: string, headers: (mail: { id: string; replyTo: string }) => object][] = [
    ["by the token", ({ replyTo }) => ({ From: "jefe@example.org", To: replyTo })],
    [
      "in the addressee's name",
      ({ replyTo }) => ({ From: "m@x.cl", "Reply-To": ana, To: replyTo }),
    ],
    ["by what it answers", ({ id }) => ({ From: "jefe@example.org", "In-Reply-To": `<${id}>` })],
    [
      "by what the addressee wrote, too",
      ({ id, replyTo }) => ({
        From: "jefe@example.org",
        To: replyTo,
        Cc: ana,
        "In-Reply-To": "<r1@example.org>",
        References: `<${id}> <r1@example.org>`,
      }),
    ],
  ];
  for (const [who, headers] of strangers) {
    it(`lets nobody else into the conversation: ${who}`, async () => {
      await office.answer(chat, "Sí");
      await later(6);
      const [first] = mailboxes.of(ana);
      const { id = "", replyTo = "" } = first ?? {};
      const theirs = { From: ana, Cc: "jefe@example.org", "Message-ID": "<r1@example.org>" };
      await office.mail({ ...theirs, To: replyTo }, "De Ana");
      await office.mail({ "Message-ID": "<s1@x.cl>", ...headers({ id, replyTo }) }, "De otro");
      const texts = (await office.thread(chat)).map(({ text }) => text);
      assert.ok(texts.includes("De Ana"));
      assert.ok(!texts.includes("De otro"));
      assert.equal((await office.byMail()).length, 1);
    });
  }

  it("opens no customer's conversation to a visitor who names their address", async () => {
    await office.mail({ From: ana, "Message-ID": "<own@example.org>" }, "Mi secreto");
    const impostor = await office.write("visitor:mallory", "Hola", ana);
    await office.answer(impostor, "Hola, ¿Ana?");
    await later(6);
    const [mail] = mailboxes.of(ana);
    assert.deepEqual(mail?.references, []);
    assert.doesNotMatch(mail?.text ?? "", /secreto/);
    const texts = (await office.thread(impostor)).map(({ text }) => text);
    assert.ok(!texts.includes("Mi secreto"));
  });

  it("is no way to have us write much to anybody", async () => {
    const chats = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => office.write(`visitor:${n}`, "Hola", "victim@x.cl")),
    );
    for (const one of chats) await office.answer(one, "¿Sí?");
    await later(20);
    assert.equal(mailboxes.of("victim@x.cl").length, 3);
    await later(60);
    assert.equal(mailboxes.of("victim@x.cl").length, 5);
  });

  it("is mailed no more to who wants none, in whichever conversation", async () => {
    await office.answer(chat, "Uno");
    await later(6);
    const token = /mail-stops\/([\w.-]+)/.exec(mailboxes.of(ana)[0]?.text ?? "")?.[1] ?? "";
    const stop = stopIn(token) ?? assert.fail();
    assert.equal(stopIn(`${token}x`), undefined);
    for (const _ of [1, 2]) await heedStop(stop, false);
    const lines = (await office.thread(chat)).filter(({ event }) => event?.type === "mailStopped");
    assert.equal(lines.length, 1);
    const other = await office.write("visitor:other", "Hola", ana);
    await office.answer(chat, "Dos");
    await office.answer(other, "Tres");
    await later(6);
    assert.equal(mailboxes.of(ana).length, 1);
    await heedStop(stop, true);
    await office.answer(chat, "Cuatro");
    await later(6);
    assert.match(mailboxes.of(ana)[1]?.text ?? "", /^Dos\n\nCuatro/);
  });

  it("is mailed no more to an address that takes none", async () => {
    mailboxes.world.behaviours.change({
      scope: "next",
      times: 1,
      behaviour: { failure: { code: "5.1.1", at: "call" } },
    });
    await office.answer(chat, "Uno");
    await later(6);
    const [line] = await office.mailed(chat);
    assert.deepEqual([line?.status, line?.error?.reason], ["failed", "badAddress"]);
    await office.answer(chat, "Dos");
    await later(6);
    assert.equal((await office.mailed(chat)).length, 1);
  });

  const never: [why: string, prepare: () => Promise<void>][] = [
    ["it is turned off", () => office.change("webchat", { "settings.mailAfter": "off" })],
    ["there is no mailbox", () => office.change("email", { enabled: false })],
    ["another mailbox is named", () => office.change("webchat", { "settings.mailChannel": "x" })],
    [
      "the address is our own",
      async () => void (await office.write(visitor, "Hola", "hola@hilo.test")),
    ],
  ];
  for (const [why, prepare] of never) {
    it(`is not mailed when ${why}`, async () => {
      await prepare();
      await office.answer(chat, "Sí");
      await later(8);
      assert.deepEqual([mailboxes.of(ana), await office.mailed(chat)], [[], []]);
      assert.ok((await office.conversation(chat)).mailDueAt == null);
    });
  }

  it("is not mailed when nobody knows where to", async () => {
    const unknown = await office.write("visitor:unknown", "Hola");
    await office.answer(unknown, "Sí");
    await later(8);
    assert.deepEqual(await office.mailed(unknown), []);
  });

  it("waits as long as the channel says", async () => {
    await office.change("webchat", { "settings.mailAfter": "15" });
    await office.answer(chat, "Sí");
    await later(14);
    assert.deepEqual(mailboxes.of(ana), []);
    await later(2);
    assert.equal(mailboxes.of(ana).length, 1);
  });
});
