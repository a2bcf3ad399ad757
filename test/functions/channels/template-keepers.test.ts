import assert from "node:assert/strict";
import type { ApprovedTemplate } from "@hilo/schema";
import type { Account, TemplateKeeper } from "../../../functions/src/channels/channel.ts";
import { ChannelError } from "../../../functions/src/channels/channel.ts";
import { templates as meta } from "../../../functions/src/channels/meta/templates.ts";
import { templates as twilio } from "../../../functions/src/channels/twilio/templates.ts";
import { type Simulator, startSimulator } from "../../../simulator/src/index.ts";
import { account as graph } from "../../../simulator/src/meta/account.ts";
import { demoTwilio } from "../../support/twilio.ts";
import { callInstead } from "./provider-server.ts";

const account: Account = {
  workspaceId: "demo",
  channelId: "c",
  platform: "whatsapp",
  address: "+15550100001",
  settings: { accountId: graph.wabaId },
  webhook: "http://127.0.0.1:9/webhooks",
};

function written(name: string): ApprovedTemplate & { text: string; examples: object } {
  return {
    channelId: "c",
    externalId: null,
    name,
    language: "es",
    category: "UTILITY",
    status: "draft",
    reason: null,
    quality: null,
    text: "Hola {{1}}, ya llegó.",
    examples: { "1": "Ana" },
  };
}

const { accountSid, authToken } = demoTwilio;
const { appSecret, verifyToken, accessToken } = graph;

const keepers: [name: string, keeper: TemplateKeeper<unknown>, right: object, wrong: object][] = [
  [
    "Twilio",
    twilio as TemplateKeeper<unknown>,
    { accountSid, authToken },
    { accountSid, authToken: "another" },
  ],
  [
    "Meta",
    meta as TemplateKeeper<unknown>,
    { appSecret, verifyToken, accessToken },
    { appSecret, verifyToken, accessToken: "another" },
  ],
];

describe("templates kept by the provider", () => {
  let undo: (() => void)[];
  let simulator: Simulator;

  before(async () => {
    simulator = await startSimulator({ port: 0, target: "http://127.0.0.1:9", retries: 0 });
    undo = [
      callInstead("TWILIO_CONTENT_API_BASE", `${simulator.url}/twilio-content`),
      callInstead("META_GRAPH_BASE", `${simulator.url}/meta`),
    ];
  });
  beforeEach(() => simulator.control.reset());
  after(async () => {
    for (const one of undo) one();
    await simulator.stop();
  });

  for (const [name, keeper, right, wrong] of keepers) {
    const create = (called: string) =>
      keeper.create(account, written(called) as Parameters<typeof keeper.create>[1], right);

    it(`${name}: are listed from every page, in every state`, async () => {
      const before = await keeper.list(account, right);
      assert.deepEqual([...new Set(before.map(({ status }) => status))].sort(), [
        "approved",
        "pending",
        "rejected",
      ]);
      assert.ok(before.every(({ unsendable }) => unsendable === undefined));
      for (let number = 0; number < 120; number += 1) await create(`nueva_${number}`);
      const after = await keeper.list(account, right);
      assert.equal(after.length, before.length + 120);
      assert.equal(new Set(after.map(({ externalId }) => externalId)).size, after.length);
    });

    it(`${name}: are created, then approved or rejected with a reason`, async function () {
      this.timeout(10_000);
      const [good, bad] = await Promise.all([create("buena"), create("mala_rejected")]);
      assert.deepEqual([good?.status, bad?.status], ["pending", "pending"]);
      await simulator.control.settled();
      const kept = new Map((await keeper.list(account, right)).map((it) => [it.externalId, it]));
      assert.equal(kept.get(good?.externalId ?? "")?.status, "approved");
      assert.equal(kept.get(bad?.externalId ?? "")?.status, "rejected");
      assert.match(kept.get(bad?.externalId ?? "")?.reason ?? "", /INVALID_FORMAT/);
      assert.equal(kept.get(good?.externalId ?? "")?.text, written("").text);
    });

    it(`${name}: are refused to who has no right`, async () => {
      await assert.rejects(
        keeper.list(account, wrong),
        (error) => error instanceof ChannelError && error.kind === "refused",
      );
    });
  }

  it("nobody there is told from a refusal", async () => {
    const back = callInstead("TWILIO_CONTENT_API_BASE", "http://127.0.0.1:9");
    await assert.rejects(
      twilio.list(account, { accountSid, authToken }),
      (error) => error instanceof ChannelError && error.kind === "unreachable",
    );
    back();
  });
});
