import assert from "node:assert/strict";
import { Message, type MessageEvent, MessageEvent as Shape, StartMessage } from "@hilo/schema";
import { newContact } from "../../../../functions/src/contacts/contacts.ts";
import { account, eventsOf, mail, mimeRequest } from "./samples.ts";

async function messageWith(headers: Record<string, string>): Promise<MessageEvent> {
  const [event] = await eventsOf(mimeRequest(mail(headers)));
  assert.equal(event?.type, "message", JSON.stringify(event));
  return event as MessageEvent;
}

describe("who wrote a mail", () => {
  const list = { "List-Id": "<ventas.empresa.cl>", "List-Post": "<mailto:ventas@empresa.cl>" };
  const shop = "Tienda <mailer@tienda.cl>";
  const eva = "Eva <eva@x.cl>";
  const ventas = "ventas@empresa.cl";
  type Row = [what: string, headers: Record<string, string>, address: string, name?: string];
  const rows: Row[] = [
    ["whom a shop's form names", { From: shop, "Reply-To": "eva@x.cl" }, "eva@x.cl"],
    [
      "whom a form names that writes as nobody",
      { From: "Web <no-reply@sitio.cl>", "Reply-To": eva },
      "eva@x.cl",
      "Eva",
    ],
    [
      "whom a form names that writes as we do",
      { From: account.address, "Reply-To": "eva@x.cl" },
      "eva@x.cl",
    ],
    [
      "whom a form names that sends them a copy",
      { From: shop, "Reply-To": "eva@x.cl", Cc: "eva@x.cl" },
      "eva@x.cl",
    ],
    [
      "a person who wants answers at home, by their name",
      { From: "Eva Ruiz <eva@trabajo.cl>", "Reply-To": "eva.ruiz@casa.cl" },
      "eva.ruiz@casa.cl",
      "Eva Ruiz",
    ],
    [
      "the first of several that is a person",
      { From: shop, "Reply-To": `${account.address}, noreply@tienda.cl, ${eva}` },
      "eva@x.cl",
      "Eva",
    ],
    [
      "the writer, where answers go to nobody",
      { From: eva, "Reply-To": "no-reply@x.cl" },
      "eva@x.cl",
      "Eva",
    ],
    [
      "the writer, where answers go to us",
      { From: eva, "Reply-To": account.address },
      "eva@x.cl",
      "Eva",
    ],
    [
      "the writer, where answers go to the list",
      { From: eva, "Reply-To": ventas, ...list },
      "eva@x.cl",
      "Eva",
    ],
    [
      "Ana, of whom a list writes as Ana via Ventas",
      { From: `Ana via Ventas <${ventas}>`, "Reply-To": "ana@x.cl", ...list },
      "ana@x.cl",
      "Ana",
    ],
    [
      "Ana, by the name in quotes, beside the list itself",
      {
        From: `"'Ana Souza' via Ventas" <${ventas}>`,
        "Reply-To": `ana@x.cl, ${ventas}`,
        ...list,
      },
      "ana@x.cl",
      "Ana Souza",
    ],
    [
      "Ana, whom only a header of the list names",
      {
        From: `'Ana' via Ventas <${ventas}>`,
        "Reply-To": ventas,
        "X-Original-From": "Ana Souza <ana@x.cl>",
        ...list,
      },
      "ana@x.cl",
      "Ana Souza",
    ],
    [
      "Ana, where the list is our own address",
      { From: `Ana via Ventas <${account.address}>`, "X-Original-Sender": "ana@x.cl" },
      "ana@x.cl",
      "Ana",
    ],
    [
      "Ana, where the list writes Portuguese",
      {
        From: "=?utf-8?Q?Ana_atrav=C3=A9s_de_Vendas?= <vendas@empresa.br>",
        "Reply-To": "ana@x.br",
      },
      "ana@x.br",
      "Ana",
    ],
    [
      "the writer, where a list's header stands in a mail of none",
      { From: eva, "X-Original-From": "ana@x.cl" },
      "eva@x.cl",
      "Eva",
    ],
  ];
  for (const [what, headers, address, name] of rows) {
    it(`is ${what}`, async () => {
      const { sender } = await messageWith(headers);
      assert.deepEqual([sender.address, sender.email, sender.name], [address, address, name]);
    });
  }

  it("is searched for at once, however long a name is", async () => {
    const From = `"${"a ".repeat(50_000)}via" <list@x.cl>`;
    const start = performance.now();
    await messageWith({ From, "Reply-To": "eva@x.cl", Subject: "Re: ".repeat(20_000) });
    assert.ok(performance.now() - start < 2000);
  });
});

describe("addresses as long as they may be", () => {
  const domain = `${"d".repeat(63)}.${"e".repeat(63)}.${"f".repeat(63)}.cl`;
  const rows: [what: string, address: string][] = [
    ["160 characters", `respuesta+${"k".repeat(120)}@mensajes.portal.example`],
    ["64 characters before the @", `${"a".repeat(64)}@x.cl`],
    ["128 characters before the @", `${"a".repeat(128)}@x.cl`],
    ["a long domain", `a@${domain}`],
    ["254 characters", `${"a".repeat(254 - domain.length - 1)}@${domain}`],
    ["320 characters", `${"a".repeat(320 - domain.length - 1)}@${domain}`],
  ];
  for (const [what, address] of rows) {
    it(`are right: ${what}`, async () => {
      const event = await messageWith({ From: `Portal <${address}>` });
      assert.equal(event.sender.address, address);
      Shape.parse(event);
      Message.shape.sender.parse(event.sender);
      StartMessage.shape.to.parse(address);
      assert.ok(newContact({ address, phone: address }, "email").name.length <= 200);
    });
  }
});
