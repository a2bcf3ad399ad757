import assert from "node:assert/strict";
import type {
  Account,
  NewTemplate,
  OutboundFile,
  TemplateKeeper,
} from "../../../functions/src/providers/adapter.ts";
import { ProviderError } from "../../../functions/src/providers/adapter.ts";
import { builtAdapters } from "../../../functions/src/providers/index.ts";
import { templates as meta } from "../../../functions/src/providers/meta/templates.ts";
import { templates as twilio } from "../../../functions/src/providers/twilio/templates.ts";
import { contentRequest } from "../../../functions/src/providers/twilio/templates-new.ts";
import { type Simulator, startSimulator } from "../../../simulator/src/index.ts";
import { account as graph } from "../../../simulator/src/providers/meta/account.ts";
import { demoTwilio } from "../../support/twilio.ts";
import { callInstead } from "./provider-server.ts";

const whatsapp: Account = {
  workspaceId: "demo",
  channelId: "c",
  platform: "whatsapp",
  address: "+15550100001",
  settings: { accountId: graph.wabaId, appId: graph.appId },
  webhook: "http://127.0.0.1:9/webhooks",
};
const page: Account = {
  ...whatsapp,
  platform: "messenger",
  address: "682498302938465",
  settings: { appId: graph.appId },
};

function written(name: string): NewTemplate {
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

type Row = [
  name: string,
  account: Account,
  keeper: TemplateKeeper<unknown>,
  right: object,
  wrong: object,
];

const keepers: Row[] = [
  [
    "Twilio",
    whatsapp,
    twilio as TemplateKeeper<unknown>,
    { accountSid, authToken },
    { accountSid, authToken: "another" },
  ],
  [
    "Meta",
    whatsapp,
    meta as TemplateKeeper<unknown>,
    { appSecret, verifyToken, accessToken },
    { appSecret, verifyToken, accessToken: "another" },
  ],
  [
    "a page",
    page,
    meta as TemplateKeeper<unknown>,
    { appSecret, verifyToken, accessToken },
    { appSecret, verifyToken, accessToken: "another" },
  ],
];

const picture = Buffer.from("a picture, as far as anybody looks");
const file: OutboundFile = {
  url: "http://127.0.0.1:9/picture",
  name: "portada ñ.png",
  type: "image/png",
  size: picture.length,
  read: async () => picture,
};

describe("templates kept by the provider", () => {
  let undo: (() => void)[];
  let simulator: Simulator;

  before(async () => {
    simulator = await startSimulator({
      port: 0,
      target: "http://127.0.0.1:9",
      retries: 0,
      review: 20,
    });
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

  /** What its keeper does, without asking each time whether there is one left over. */
  async function addToTwilio(name: string): Promise<void> {
    const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
    const headers = { authorization, "content-type": "application/json" };
    const post = async (path: string, body: object) => {
      const url = `${simulator.url}/twilio-content/v1/Content${path}`;
      const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
      assert.ok(answer.ok, `${answer.status}`);
      return answer.json();
    };
    const { sid } = await post("", contentRequest(written(name)));
    await post(`/${sid}/ApprovalRequests/whatsapp`, { name, category: "UTILITY" });
  }

  for (const [name, account, keeper, right, wrong] of keepers) {
    const create = (called: string) => keeper.create(account, written(called), right);
    const list = () => keeper.list(account, right);

    describe(`${name}: are listed`, () => {
      let first: Awaited<ReturnType<typeof list>>;
      before(async () => {
        first = await list();
      });

      it("in every state", () => {
        assert.deepEqual([...new Set(first.map(({ status }) => status))].sort(), [
          "approved",
          "pending",
          "rejected",
        ]);
        assert.ok(first.every(({ unsendable }) => unsendable === undefined));
      });

      it("from every page", async () => {
        const add = (one: string): Promise<unknown> =>
          name === "Twilio" ? addToTwilio(one) : create(one);
        const names = Array.from({ length: 120 }, (_, number) => `nueva_${number}`);
        await Promise.all(names.map((one) => add(one)));
        const all = await list();
        assert.equal(all.length, first.length + 120);
        assert.equal(new Set(all.map(({ externalId }) => externalId)).size, all.length);
      });
    });

    it(`${name}: are created, then approved or rejected with a reason`, async () => {
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
        (error) => error instanceof ProviderError && error.kind === "refused",
      );
    });
  }

  for (const [name, account, header] of [
    ["WhatsApp wants the file with each message", whatsapp, { type: "image" }],
    ["a page shows it with every message", page, { type: "image", url: "" }],
  ] as const) {
    it(`a header's file is uploaded first, and ${name}`, async () => {
      const credentials = { appSecret, verifyToken, accessToken };
      const draft: NewTemplate = { ...written("con_foto"), header: { type: "image" }, file };
      const taken = await meta.create(account, draft, credentials);
      assert.deepEqual(taken.header, header);
      const kept = (await meta.list(account, credentials)).find((it) => it.name === "con_foto");
      assert.deepEqual(kept?.header, header);
      await assert.rejects(
        meta.create(
          account,
          { ...draft, name: "sin_foto", file: { ...file, size: 3 } },
          credentials,
        ),
        (error) => error instanceof ProviderError && error.kind === "refused",
      );
    });
  }

  it("a header's file needs the app's id, which is said", async () => {
    const draft: NewTemplate = { ...written("con_foto"), header: { type: "image" }, file };
    const account = { ...whatsapp, settings: { accountId: graph.wabaId } };
    await assert.rejects(
      meta.create(account, draft, { appSecret, verifyToken, accessToken }),
      (error) => error instanceof ProviderError && error.code === "lacks_appId",
    );
  });

  it("are there wherever a closed window lets templates through", () => {
    for (const { provider, capabilities, templates } of builtAdapters())
      for (const [platform, { exits, templates: form }] of Object.entries(capabilities)) {
        const told = [exits.includes("template"), form !== undefined];
        assert.ok(told[0] === told[1], `${provider} ${platform}`);
        assert.ok(!form || templates, `${provider} ${platform}`);
      }
  });

  it("nobody there is told from a refusal", async () => {
    const back = callInstead("TWILIO_CONTENT_API_BASE", "http://127.0.0.1:9");
    await assert.rejects(
      twilio.list(whatsapp, { accountSid, authToken }),
      (error) => error instanceof ProviderError && error.kind === "unreachable",
    );
    back();
  });
});
