import { deepEqual, equal } from "node:assert/strict";
import { meta } from "../../../../functions/src/providers/meta/index.ts";
import { graphServer } from "./graph-server.ts";
import { account } from "./samples.ts";

const credentials = { appSecret: "s3cret", verifyToken: "word", accessToken: "EAAtoken" };
const number = { phoneNumberId: "4440001", accountId: "5550001", appId: "1517" };
const day = 24 * 60 * 60;

type Told = { number?: object; token?: object; apps?: object[] };

const graph = graphServer();

/** A Graph API where all is well but what is told otherwise. */
function answering({ number: shown = {}, token = {}, apps = [{}] }: Told = {}): void {
  const scopes = ["whatsapp_business_messaging", "pages_messaging"];
  graph.answer = ({ path }) => {
    if (path.endsWith("/debug_token"))
      return { body: { data: { app_id: 1517, is_valid: true, expires_at: 0, scopes, ...token } } };
    if (path.endsWith("/subscribed_apps")) return { body: { data: apps } };
    const about = {
      display_phone_number: "+56 2 2765 4321",
      verified_name: "Andes",
      status: "CONNECTED",
      code_verification_status: "VERIFIED",
      quality_rating: "GREEN",
      name: "Andes",
    };
    return { body: { ...about, ...shown } };
  };
}

async function found(
  platform: "whatsapp" | "messenger" | "instagram" = "whatsapp",
  settings: Record<string, string> = number,
): Promise<string[]> {
  const findings = (await meta.check?.(account(platform, settings), credentials)) ?? [];
  return findings.map(({ level, code }) => `${level} ${code}`);
}

describe("testing a connection to Meta", () => {
  graph.serve();

  it("finds that all is well", async () => {
    answering();
    deepEqual(await found(), ["ok account", "ok token", "ok webhooks"]);
    deepEqual(
      graph.calls.map(({ path }) => path),
      ["/v26.0/4440001", "/v26.0/debug_token", "/v26.0/5550001/subscribed_apps"],
    );
    deepEqual(await found("messenger", {}), ["ok account", "ok token", "ok webhooks"]);
    deepEqual(await found("instagram", {}), ["ok account", "ok webhooks"]);
  });

  const faults: [name: string, told: Told, finding: string][] = [
    ["another number", { number: { display_phone_number: "+1 555" } }, "error otherNumber"],
    ["a number that is not connected", { number: { status: "PENDING" } }, "warning status"],
    [
      "a number that is not verified",
      { number: { code_verification_status: "EXPIRED" } },
      "warning unverified",
    ],
    ["bad quality", { number: { quality_rating: "RED" } }, "warning quality"],
    [
      "a token about to end",
      { token: { expires_at: Date.now() / 1000 + 5 * day } },
      "warning tokenEnding",
    ],
    ["a token that ended", { token: { expires_at: Date.now() / 1000 - day } }, "error credentials"],
    ["a token that does not hold", { token: { is_valid: false } }, "error credentials"],
    ["a missing permission", { token: { scopes: ["email"] } }, "error permission"],
    ["a token of another app", { token: { app_id: "99" } }, "warning otherApp"],
    ["an app that hears nothing", { apps: [] }, "error notSubscribed"],
  ];
  for (const [name, told, finding] of faults) {
    it(`finds ${name}`, async () => {
      answering(told);
      equal((await found()).includes(finding), true, (await found()).join());
    });
  }

  it("finds that a page hears of other things, not of messages", async () => {
    answering({ apps: [{ subscribed_fields: ["feed"] }] });
    equal((await found("messenger", {})).includes("error notSubscribed"), true);
  });

  it("finds a token that ends in some months to be well", async () => {
    answering({ token: { expires_at: Date.now() / 1000 + 60 * day } });
    equal((await found()).includes("ok token"), true);
  });

  const errors: [name: string, error: object, finding: string][] = [
    ["a wrong token", { code: 190, message: "Invalid OAuth access token" }, "error credentials"],
    ["an account that is not there", { code: 100, error_subcode: 33 }, "error noAccount"],
    ["a missing permission", { code: 10, message: "no" }, "error permission"],
  ];
  for (const [name, error, finding] of errors) {
    it(`finds ${name}, and asks no further`, async () => {
      graph.answer = () => ({ status: 400, body: { error } });
      deepEqual(await found(), [finding]);
      equal(graph.calls.length, 1);
    });
  }

  it("finds settings without the account's id", async () => {
    deepEqual(await found("whatsapp", {}), ["error noAccount"]);
    equal(graph.calls.length, 0);
  });

  it("finds that nothing answers, or nothing sensible", async () => {
    graph.answer = () => ({ hangs: true });
    deepEqual(await found(), ["error unexpected"]);
    graph.answer = () => ({ body: "<html>" });
    deepEqual(await found(), ["error unexpected"]);
  });
});

describe("Meta's channels", () => {
  it("stand for a number, a page or an Instagram account, by settings or address", () => {
    const of = (platform: "whatsapp" | "messenger" | "instagram", settings = {}) =>
      meta.accountOf?.(account(platform, settings));
    deepEqual(
      [
        of("whatsapp", number),
        of("whatsapp"),
        of("messenger"),
        of("messenger", { pageId: "1" }),
        of("instagram", { pageId: "1" }),
        of("instagram", { instagramId: "2" }),
      ],
      ["4440001", undefined, "7788", "1", "17849", "2"],
    );
    equal(meta.sharedAccountOf?.(account("whatsapp", number)), "5550001");
    equal(meta.sharedAccountOf?.(account("messenger", number)), undefined);
  });

  for (const [platform, fields] of Object.entries(meta.fields)) {
    it(`ask for all they need on ${platform}`, () => {
      const names = fields.map(({ name }) => name);
      const needed = ["address", "accessToken", "appSecret", "verifyToken", "graphVersion"];
      deepEqual(
        needed.filter((name) => !names.includes(name)),
        [],
      );
    });

    it(`ask for nothing on ${platform} whose preset would be refused`, () => {
      const wrong = fields.filter(({ pattern = ".*", preset, choices }) => {
        if (preset === undefined) return false;
        return !new RegExp(`^(?:${pattern})$`).test(preset) || choices?.includes(preset) === false;
      });
      deepEqual(wrong, []);
    });
  }
});
