import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { check } from "../../../../functions/src/providers/email/check.ts";
import { explain } from "../../../../functions/src/providers/email/errors.ts";
import { accessToken } from "../../../../functions/src/providers/email/oauth.ts";
import { tryServer } from "../../../../functions/src/providers/email/smtp.ts";
import { account } from "./samples.ts";

type Answer = { status: number; body: object };

const google = { oauthClientId: "us", oauthClientSecret: "secret", oauthRefreshToken: "refresh" };
const { oauthRefreshToken: _, ...microsoft } = google;

describe("signing in to a mail server by OAuth 2", () => {
  let tokens: Server;
  let smtp: SMTPServer;
  let answer: Answer;
  let asked: Record<string, string>[] = [];
  let settings: Record<string, string>;

  before(async () => {
    tokens = createServer(async (request, response) => {
      const body = await new Response(request as unknown as ReadableStream).text();
      asked.push(Object.fromEntries(new URLSearchParams(body)));
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer.body));
    }).listen(0, "127.0.0.1");
    smtp = new SMTPServer({
      authMethods: ["XOAUTH2"],
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: ({ username, accessToken: token }, _session, done) =>
        username === account.address && token === "good"
          ? done(null, { user: "us" })
          : done(null, { data: { status: "400", schemes: "Bearer" } }),
    });
    smtp.on("error", () => undefined);
    await Promise.all([
      once(tokens, "listening"),
      new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve)),
    ]);
    const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;
    settings = {
      smtpHost: "127.0.0.1",
      smtpPort: String(portOf(smtp.server)),
      oauthTokenUrl: `http://127.0.0.1:${portOf(tokens)}/token`,
    };
  });
  after(async () => {
    tokens.closeAllConnections();
    tokens.close();
    await new Promise<void>((resolve) => smtp.close(resolve));
  });
  beforeEach(() => {
    asked = [];
    answer = { status: 200, body: { access_token: "good", expires_in: 3599 } };
  });

  const server = (credentials: object) => ({
    address: account.address,
    settings,
    credentials,
    local: true,
  });

  it("asks for a token in the name of whoever allowed it, as Google wants", async () => {
    await tryServer(server(google));
    assert.deepEqual(asked, [
      {
        client_id: "us",
        client_secret: "secret",
        grant_type: "refresh_token",
        refresh_token: "refresh",
      },
    ]);
  });

  it("asks for a token of the application's own, as Microsoft wants", async () => {
    await tryServer(server({ ...microsoft, smtpUser: account.address }));
    const scope = "https://outlook.office365.com/.default";
    assert.deepEqual(asked, [
      { client_id: "us", client_secret: "secret", grant_type: "client_credentials", scope },
    ]);
  });

  const refusals: [string, Answer, string, string, string][] = [
    [
      "a refresh token that has ended",
      { status: 400, body: { error: "invalid_grant" } },
      "refused",
      "oauth:invalid_grant",
      "oauth",
    ],
    [
      "a wrong secret",
      { status: 401, body: { error: "invalid_client", error_description: "AADSTS7000215" } },
      "refused",
      "oauth:invalid_client",
      "oauth",
    ],
    ["an answer of another kind", { status: 404, body: [] }, "refused", "oauth:404", "oauth"],
    [
      "an address that fails",
      { status: 503, body: {} },
      "unreachable",
      "oauth:unreachable",
      "oauth",
    ],
    [
      "a token that the mail server does not take",
      { status: 200, body: { access_token: "bad" } },
      "refused",
      "535",
      "smtpToken",
    ],
  ];
  for (const [name, given, kind, code, found] of refusals)
    it(`says what is wrong: ${name}`, async () => {
      answer = given;
      await assert.rejects(tryServer(server(google)), { kind, code });
      const [finding] = await check({ ...account, settings }, google, true);
      assert.deepEqual([finding?.level, finding?.code], ["error", found]);
      assert.ok(["credentials", "transient"].includes(explain(code).reason), explain(code).reason);
    });

  it("is found to work", async () => {
    const [finding] = await check({ ...account, settings }, google, true);
    assert.deepEqual([finding?.level, finding?.code], ["ok", "smtpWorks"]);
  });

  const elsewhere = [
    "https://evil.example/token",
    "http://oauth2.googleapis.com/token",
    "https://login.microsoftonline.com.evil.example/x/oauth2/v2.0/token",
    "https://login.microsoftonline.com/../token",
  ];
  for (const oauthTokenUrl of elsewhere)
    it(`tells the secret to nobody else, such as ${oauthTokenUrl}`, async () => {
      const asking = accessToken({
        settings: { oauthTokenUrl },
        credentials: google,
        local: false,
      });
      await assert.rejects(asking, { kind: "refused", code: "oauth:address" });
    });
});
