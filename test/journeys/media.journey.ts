import assert from "node:assert/strict";
import type { Attachment, Message } from "@hilo/schema";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { sampleOf } from "../../simulator/src/samples/sample.ts";
import { house } from "../support/house.ts";
import { callApi } from "../support/people.ts";
import { eventually } from "../support/wait.ts";
import { type Customer, newCustomer, writes } from "./customers.ts";
import { contactOf, conversationOf, threadOf, welcomed } from "./records.ts";
import { problemIn, tokenOf } from "./staff.ts";

/** The first message of a customer, once nothing of it is left to fetch. */
function fetched(customer: Customer): Promise<Message> {
  const check = async () => {
    const [message] = await threadOf(customer);
    assert.ok(message);
    assert.ok(message.attachments.length > 0);
    assert.ok(!message.attachments.some(({ state }) => state === "pending"));
    return message;
  };
  return eventually(check);
}

async function received(message: object, platform: "whatsapp" | "sms" = "whatsapp") {
  const customer = newCustomer(platform);
  await writes(customer, message);
  await welcomed(customer);
  const { attachments, cards, kind } = await fetched(customer);
  return { customer, attachments, cards, kind };
}

function only(attachments: readonly Attachment[]): Attachment {
  assert.equal(attachments.length, 1);
  return attachments[0] ?? assert.fail();
}

async function linkTo({ id }: Attachment): Promise<string> {
  const { status, json } = await callApi(await tokenOf("agent"), `/files/links?ids=${id}`);
  assert.equal(status, 200);
  return (json.links as Record<string, string>)[id] ?? assert.fail("no link");
}

describe("a file a customer sends", () => {
  for (const kind of ["image", "audio", "video", "document", "sticker"] as const) {
    it(`is fetched and had by a signed link: ${kind}`, async () => {
      const { bytes, type } = sampleOf(kind);
      const { customer, attachments, kind: told } = await received({ kind, text: "" });
      const file = only(attachments);
      assert.deepEqual(
        [told, file.state, file.type, file.size, file.source],
        [kind, "ready", type, bytes.length, undefined],
      );
      assert.equal((await conversationOf(customer)).preview.kind, kind);
      const answer = await fetch(await linkTo(file));
      assert.equal(answer.headers.get("content-type"), type);
      assert.deepEqual(Buffer.from(await answer.arrayBuffer()), bytes);
    });
  }

  it("is a card whose person can be read, when it is a contact", async () => {
    const card = { name: "Ana, Pérez", phone: "+56 9 5555 0101", email: "ana@ejemplo.cl" };
    const { attachments, cards, kind } = await received({ kind: "contact", card });
    assert.deepEqual([kind, only(attachments).type], ["contact", "text/vcard"]);
    const { name, phone, email } = card;
    assert.deepEqual(cards, [{ name, phones: [phone], emails: [email] }]);
  });

  const photo = sampleOf("image").bytes;
  const said: [row: string, name: string, type: string, bytes: Buffer, is: [string, string]][] = [
    ["a picture said to be a PDF", "a.pdf", "application/pdf", photo, ["image/jpeg", "file.jpg"]],
    [
      "an invoice in XML",
      "F55T33.xml",
      "text/xml",
      Buffer.from('<?xml version="1.0"?><DTE/>'),
      ["text/xml", "file.xml"],
    ],
  ];
  for (const [row, name, type, bytes, is] of said) {
    it(`is kept as what it is: ${row}`, async () => {
      const file = { name, type, base64: bytes.toString("base64") };
      const kept = only((await received({ kind: "document", file })).attachments);
      assert.deepEqual([kept.state, kept.type, kept.name], ["ready", ...is]);
    });
  }

  it("may be one of several", async () => {
    const file = (name: string) => ({
      name,
      type: "image/jpeg",
      base64: sampleOf("image").bytes.toString("base64"),
    });
    const files = [file("a.jpg"), file("b.jpg"), file("c.jpg")];
    const { attachments } = await received({ kind: "image", files }, "sms");
    assert.deepEqual(
      attachments.map(({ state }) => state),
      ["ready", "ready", "ready"],
    );
    assert.equal(new Set(attachments.map(({ id }) => id)).size, 3);
  });

  const html = Buffer.from("<!doctype html><script>alert(1)</script>").toString("base64");
  const program = Buffer.from("MZ\u0090\u0000\u0003\u0000\u0000", "latin1").toString("base64");
  const nowhere = (url: string) => ({ kind: "image", fields: { MediaUrl0: url } });
  const account = "/2010-04-01/Accounts/AC000000000000000000000000000000a1";
  const rows: [row: string, message: () => object, state: string, reason: string][] = [
    [
      "a program, whatever the type says",
      () => ({ kind: "image", file: { name: "foto.jpg", type: "image/jpeg", base64: program } }),
      "held",
      "program",
    ],
    [
      "a page that acts",
      () => ({ kind: "document", file: { name: "a.html", type: "text/html", base64: html } }),
      "held",
      "page",
    ],
    [
      "nothing",
      () => ({ kind: "document", file: { name: "a.txt", type: "text/plain", base64: "" } }),
      "refused",
      "empty",
    ],
    ["a place on another host", () => nowhere("https://example.com/a.jpg"), "refused", "refused"],
    ["a place inside", () => nowhere("http://169.254.169.254/latest/"), "refused", "refused"],
    ["this machine", () => nowhere("https://localhost/a.jpg"), "refused", "refused"],
    ["no address at all", () => nowhere("::"), "refused", "refused"],
    [
      "what the provider has no more",
      () => nowhere(`${house.simulatorUrl}${account}/Messages/MM0/Media/ME0`),
      "failed",
      "missing",
    ],
  ];
  for (const [row, message, state, reason] of rows) {
    it(`is not to be had, and says why: ${row}`, async () => {
      const { attachments } = await received(message());
      const file = only(attachments);
      assert.deepEqual([file.state, file.reason], [state, reason]);
      const answer = await fetch(await linkTo(file));
      assert.equal(answer.status, state === "held" ? 403 : 404);
    });
  }

  it("that is held back is had by an administrator alone, who is noted", async () => {
    const file = { name: "a.exe", type: "application/pdf", base64: program };
    const { attachments } = await received({ kind: "document", file });
    const { id, state } = only(attachments);
    assert.equal(state, "held");
    const asked = { method: "POST" };
    const open = async (who: "agent" | "admin", fileId = id) =>
      callApi(await tokenOf(who), `/files/${fileId}/held-link`, asked);
    problemIn(await open("agent"), "notAllowed");
    problemIn(await open("admin", "nothing"), "notFound");
    const answer = await fetch(String((await open("admin")).json.link));
    assert.equal(answer.headers.get("content-type"), "application/octet-stream");
    assert.match(answer.headers.get("content-disposition") ?? "", /^attachment;/);
    assert.equal(Buffer.from(await answer.arrayBuffer()).toString("base64"), program);
    const noted = await workspace("demo")
      .collection("audit")
      .where("target", "==", `files/${id}`)
      .get();
    assert.deepEqual(
      noted.docs.map((one) => one.get("action")),
      ["files.openHeld"],
    );
  });

  it("is had by nobody without a right link, and links by nobody without signing in", async () => {
    const { customer, attachments } = await received({ kind: "image" });
    assert.equal((await contactOf(customer)).name, customer.name);
    const file = only(attachments);
    const link = await linkTo(file);
    const next = (digit: string) => String((Number(digit) + 1) % 10);
    const altered = link.replace(/(?<=expires=\d+)\d(?=&)/, next);
    assert.notEqual(altered, link);
    for (const url of [altered, link.replace(/.$/, "~"), link.replace(/\?.*/, "")]) {
      const answer = await fetch(url);
      assert.equal(answer.status, 403, url);
    }
    problemIn(await callApi("", `/files/links?ids=${file.id}`), "notSignedIn");
  });
});
