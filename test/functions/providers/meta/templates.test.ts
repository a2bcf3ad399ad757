import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { InboundEvent } from "@hilo/schema";
import type { Account, NewTemplate } from "../../../../functions/src/providers/adapter.ts";
import { meta } from "../../../../functions/src/providers/meta/index.ts";
import { channelTable } from "../../../../scripts/seed/channel-table.ts";
import { requestOf, standingPair } from "../../../simulator/support/standing-pair.ts";
import { samples } from "../../files/samples.ts";
import { message } from "./outgoing.ts";

const places = {
  whatsapp: { to: "+56981000108", from: { phone: "+56981000108", name: "Francisca" } },
  messenger: { to: "1630318978583672", from: { psid: "1630318978583672", name: "Camila" } },
};
const png = samples["image/png"] ?? Buffer.alloc(0);
const credentials = meta.credentials(channelTable.whatsapp.credentials);
const pair = standingPair({ api: ["META_GRAPH_BASE", "meta"] });

function account(platform: keyof typeof places): Account {
  const { settings, address } = channelTable[platform];
  const webhook = `${pair.target}/webhooks/meta/demo`;
  return { workspaceId: "demo", channelId: platform, platform, address, settings, webhook };
}

function draft(name: string): NewTemplate {
  const read = async () => png;
  return {
    ...{ channelId: "c", externalId: null, name, language: "es", category: "UTILITY" },
    ...{ status: "draft", reason: null, quality: null },
    text: "Hola {{1}}, tu pedido {{2}} llegó.",
    examples: { "1": "Ana", "2": "77", button1: "77", header: "file1" },
    header: { type: "image" },
    buttons: [
      { type: "reply", title: "Gracias" },
      { type: "url", title: "Ver", value: "https://a.cl/{{button1}}" },
      { type: "phone", title: "Llamar", value: "+56912345678" },
    ],
    file: { url: `${pair.target}/a.png`, type: "image/png", name: "a.png", size: png.length, read },
  };
}

/** What the house was told since the last look. */
async function told(platform: keyof typeof places): Promise<InboundEvent[]> {
  await pair.simulator.control.settled();
  const calls = pair.calls.splice(0).map((call) => requestOf(call));
  const read = await Promise.all(calls.map((one) => meta.parse(one, account(platform))));
  return read.flat();
}

for (const platform of ["whatsapp", "messenger"] as const)
  describe(`a template of ${platform} at Meta`, () => {
    pair.stand();

    it("is created with its picture, approved by webhook, sent, and answered by a press", async () => {
      const at = account(platform);
      const created = await meta.templates?.create(at, draft("pedido"), credentials);
      equal(created?.status, "pending");
      const [decided] = await told(platform);
      ok(decided?.type === "template");
      deepEqual(
        [decided.status, decided.name, decided.templateId],
        ["APPROVED", "pedido", created?.externalId],
      );
      const own = [meta.accountOf?.(at), meta.sharedAccountOf?.(at)];
      ok(own.includes(decided.account), String(decided.account));

      const kept = (await meta.templates?.list(at, credentials))?.find(
        (it) => it.name === "pedido",
      );
      ok(kept);
      equal(kept.status, "approved");
      pair.files.set("/files/demo/b.png", { type: "image/png", bytes: png });
      const header = `${pair.target}/files/demo/b.png`;
      const variables = { "1": "Rocío", "2": "20418", button1: "20418", header };
      const { settings, address: from } = at;
      const { to } = places[platform];
      const sent = { ...kept, channelId: platform, variables };
      await meta.send(message({ platform, from, to, settings, template: sent }), credentials);
      await pair.simulator.control.settled();
      const entries = pair.simulator.control.threads().flatMap((thread) => thread.entries);
      const shown = entries.at(-1);
      match(shown?.text ?? "", /Hola Rocío, tu pedido 20418 llegó\./);
      deepEqual(
        shown?.files.map(({ type, size }) => [type, size]),
        [["image/png", png.length]],
      );
      deepEqual(
        shown?.offer?.buttons?.map((one) => ("url" in one ? one.url : one.title)),
        ["Gracias", "https://a.cl/20418", "tel:+56912345678"],
      );

      await told(platform);
      const button = shown?.offer?.buttons?.[0];
      ok(button);
      const pressed = { kind: "button", text: "Gracias", button, replyTo: shown.id } as const;
      const { from: person } = places[platform];
      await pair.simulator.control.inbound({ channel: platform, from: person, ...pressed }, "meta");
      const answer = (await told(platform)).find((event) => event.type === "message");
      match(JSON.stringify(answer), /Gracias/);
    });

    it("is refused when it is not there, or when values are missing", async () => {
      const { settings, address: from } = account(platform);
      const { to } = places[platform];
      const name = platform === "messenger" ? "caso_actualizado" : "caso_resuelto";
      const kept = (await meta.templates?.list(account(platform), credentials))?.find(
        (it) => it.name === name,
      );
      ok(kept);
      const variables = { header: "4471", "1": "Ana", "2": "listo", button0: "4471" };
      const whole = { ...kept, channelId: platform, variables };
      const send = (template: typeof whole) =>
        meta.send(message({ platform, from, to, settings, template }), credentials);
      await send(whole);
      const { buttons: _, ...bare } = whole;
      for (const wrong of [{ ...whole, name: "otro" }, { ...whole, language: "en" }, bare])
        equal(
          await send(wrong).then(
            () => "sent",
            ({ kind }) => kind,
          ),
          "refused",
        );
    });
  });
