import { deepEqual, equal } from "node:assert/strict";
import { InboundEvent } from "@hilo/schema";
import { download } from "../../../../functions/src/platform/download.ts";
import type {
  Account,
  OutboundMessage,
  ProviderError,
} from "../../../../functions/src/providers/adapter.ts";
import { meta } from "../../../../functions/src/providers/meta/index.ts";
import { channelTable } from "../../../../scripts/seed/channel-table.ts";
import { standingPair } from "../../../simulator/support/standing-pair.ts";
import { file, message, template } from "./outgoing.ts";

type Platform = "whatsapp" | "messenger" | "instagram";
const people = {
  whatsapp: { to: "+56981000108", from: { phone: "+56981000108", name: "Francisca" } },
  messenger: { to: "1630318978583672", from: { psid: "1630318978583672", name: "Camila" } },
  instagram: { to: "1883970797385105", from: { igsid: "1883970797385105", name: "Camila" } },
};
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A template that the simulator's account holds, each part counted from 1. */
const solved = template({
  name: "caso_resuelto",
  language: "es",
  header: { type: "text", text: "Caso {{header}}" },
  text: "Hola {{1}}, resolvimos lo que nos pediste: {{2}}. Puedes ver el detalle aquí abajo.",
  buttons: [
    { type: "url", title: "Ver el caso", value: "https://clientes.hilo.test/casos/{{button0}}" },
    { type: "reply", title: "Sigue sin funcionar" },
  ],
  variables: { header: "4471", "1": "Francisca", "2": "la clave", button0: "4471" },
});
/** Another, with named values and a document above. */
const receipt = template({
  name: "comprobante_de_pago",
  language: "es",
  header: { type: "document" },
  text: "Hola {{cliente}}, adjuntamos el comprobante de tu pago de {{monto}}. ¡Gracias!",
  buttons: undefined,
  variables: { header: "https://cdn.example.com/a.pdf", cliente: "Daniela", monto: "$ 84.990" },
});

const pair = standingPair({ api: ["META_GRAPH_BASE", "meta"] });
const credentials = meta.credentials(channelTable.whatsapp.credentials);

function account(platform: Platform): Account {
  const { settings, address } = channelTable[platform];
  const webhook = `${pair.target}/webhooks/meta/demo`;
  return { workspaceId: "demo", channelId: platform, platform, address, settings, webhook };
}

function send(platform: Platform, given: Partial<OutboundMessage>) {
  const { settings, address: from } = channelTable[platform];
  return meta.send(
    message({ platform, from, to: people[platform].to, settings, ...given }),
    credentials,
  );
}

/** What the house was told since the last look, verified and read. */
async function told(platform: Platform): Promise<InboundEvent[]> {
  await pair.simulator.control.settled();
  const events = pair.calls.splice(0).flatMap(({ path, raw, headers }) => {
    const request = { method: "POST", url: path, headers, query: {}, rest: [], rawBody: raw };
    equal(meta.verify(request, credentials), true);
    return meta.parse(request, account(platform)) as InboundEvent[];
  });
  for (const event of events) InboundEvent.parse(event);
  return events;
}

function write(platform: Platform, given: object = {}) {
  const { from } = people[platform];
  return pair.simulator.control.inbound(
    { channel: platform, from, text: "Hola", ...given },
    "meta",
  );
}

const shown = () =>
  pair.simulator.control
    .threads()
    .flatMap(({ entries }) => entries.filter((entry) => entry.from === "business"));

describe("Meta and the simulator", () => {
  pair.stand();

  const sends: [name: string, platform: Platform, given: Partial<OutboundMessage>, kind: string][] =
    [
      ["a text", "whatsapp", { text: "Buenas" }, "text"],
      ["a text", "messenger", { text: "Buenas" }, "text"],
      ["a text", "instagram", { text: "Buenas" }, "text"],
      [
        "buttons",
        "whatsapp",
        { text: "¿Sí?", options: { buttons: [{ id: "1", title: "Sí" }] } },
        "text",
      ],
      [
        "buttons",
        "messenger",
        { text: "¿Sí?", options: { buttons: [{ id: "1", title: "Sí" }] } },
        "text",
      ],
      [
        "a list",
        "whatsapp",
        { text: "Elige", options: { list: { button: "Ver", rows: [{ id: "1", title: "Uno" }] } } },
        "text",
      ],
      [
        "a place",
        "whatsapp",
        { location: { latitude: -33.4, longitude: -70.6, name: "Plaza" } },
        "location",
      ],
      [
        "a card",
        "whatsapp",
        { cards: [{ name: "Iván", phones: ["+569"], emails: [] }] },
        "contact",
      ],
      ["a template", "whatsapp", { template: solved }, "text"],
      ["a template with names", "whatsapp", { template: receipt }, "text"],
    ];
  for (const [name, platform, given, kind] of sends) {
    it(`agree on ${name} to ${platform}`, async () => {
      await write(platform);
      const { externalId } = await send(platform, given);
      await pair.simulator.control.settled();
      deepEqual(
        shown().map((entry) => [entry.id, entry.kind]),
        [[externalId, kind]],
      );
    });
  }

  for (const platform of ["whatsapp", "messenger", "instagram"] as const) {
    it(`agree on a picture each way by ${platform}`, async () => {
      pair.files.set("/files/demo/a.png", { type: "image/png", bytes: png });
      const picture = file(`${pair.target}/files/demo/a.png`, "image/png", "a.png");
      await write(platform, { kind: "image", text: "" });
      const [event] = await told(platform);
      const source = (event?.type === "message" && event.files[0]?.source) || "";
      const request = await meta.media?.(source, credentials, account(platform));
      const bases = [pair.simulator.url];
      const { type } = await download(
        request ?? { url: "", headers: {}, hosts: [] },
        { maxBytes: 1e7 },
        { bases },
      );
      equal(type.startsWith("image/"), true);
      await send(platform, { kind: "image", files: [picture] });
      await pair.simulator.control.settled();
      equal(shown()[0]?.files[0]?.size, png.length);
    });

    it(`agree on the states of a message by ${platform}`, async () => {
      await write(platform);
      await told(platform);
      pair.simulator.control.behave({
        scope: "everybody",
        behaviour: { read: "automatic", readAfter: 5 },
      });
      await send(platform, { text: "Buenas" });
      const states = (await told(platform)).map((event) =>
        event.type === "status" || event.type === "watermark" ? event.status : event.type,
      );
      const wanted = {
        whatsapp: ["sent", "delivered", "read"],
        messenger: ["sent", "delivered", "read"],
        instagram: ["ignored", "read"],
      };
      deepEqual(states, wanted[platform]);
    });

    it(`agree on who was seen by ${platform}`, async () => {
      const { entry } = await write(platform);
      const { to } = people[platform];
      await meta.seen?.({ externalId: entry.id, to, account: account(platform) }, credentials);
      const [thread] = pair.simulator.control.threads();
      equal(thread?.entries[0]?.status, "read");
    });

    it(`agree on a connection test of ${platform}`, async () => {
      const findings = await meta.check?.(account(platform), credentials);
      deepEqual(
        findings?.filter(({ level }) => level !== "ok"),
        [],
      );
    });
  }

  it("agree on what customers do", async () => {
    const { externalId: target } = await (async () => {
      await write("whatsapp");
      return send("whatsapp", { text: "Buenas" });
    })();
    await told("whatsapp");
    await write("whatsapp", { kind: "reaction", target, emoji: "👍" });
    await write("whatsapp", { kind: "location" });
    await write("whatsapp", { kind: "contact" });
    await write("whatsapp", { kind: "button", button: { id: "si", title: "Sí" }, replyTo: target });
    await write("whatsapp", { text: "desde el teléfono", echo: true });
    const events = await told("whatsapp");
    deepEqual(
      events.map((event) => (event.type === "message" ? event.kind : event.type)),
      ["change", "location", "contact", "buttons", "text"],
    );
    deepEqual(
      events.map((event) => event.type === "message" && Boolean(event.echo)),
      [false, false, false, false, true],
    );
  });

  it("agree on stories that are answered, or name the business", async () => {
    await write("instagram", { text: "¡Me encanta!", story: "reply" });
    await write("instagram", { kind: "image", story: "mention" });
    deepEqual(
      (await told("instagram")).map(
        (event) => event.type === "message" && [event.kind, event.referral?.sourceType],
      ),
      [
        ["text", "story"],
        ["image", "story_mention"],
      ],
    );
  });

  it("agree on people without a phone: the answer goes to the user id", async () => {
    const from = { userId: "CL.7302918460021", name: "Constanza" };
    await pair.simulator.control.inbound({ channel: "whatsapp", from, text: "hola" }, "meta");
    const [event] = await told("whatsapp");
    const to = (event?.type === "message" && event.sender.address) || "";
    equal(to, "CL.7302918460021");
    await send("whatsapp", { to, text: "Buenas" });
    equal(shown().length, 1);
  });

  const late: [platform: Platform, code: string][] = [
    ["messenger", "10/2018278"],
    ["instagram", "10/2534022"],
  ];
  for (const [platform, code] of late) {
    it(`agree on the window of ${platform}, and that a person may answer later`, async () => {
      const refused = await send(platform, { text: "tarde" }).catch(
        (error: ProviderError) => error,
      );
      deepEqual("kind" in refused && [refused.kind, refused.code], ["refused", code]);
      equal(meta.explain(code).reason, "windowClosed");
    });
  }

  it("agree on failures that are chosen, at the call and afterwards", async () => {
    await write("whatsapp");
    await told("whatsapp");
    const behave = (code: string, at: "call" | "callback") =>
      pair.simulator.control.behave({
        scope: "next",
        behaviour: { failure: { code, at } },
        times: 1,
      });
    behave("131056", "call");
    const limited = await send("whatsapp", { text: "1" }).catch((error: ProviderError) => error);
    deepEqual("kind" in limited && [limited.kind, limited.code], ["rateLimited", "131056"]);
    behave("131026", "callback");
    await send("whatsapp", { text: "2" });
    const [event] = (await told("whatsapp")).filter((one) => one.type === "status").slice(-1);
    deepEqual(event?.type === "status" && [event.status, event.error?.reason], [
      "failed",
      "unreachable",
    ]);
  });
});
