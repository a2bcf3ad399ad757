import assert from "node:assert/strict";
import { type Channel, type ChannelChanges, noHealth } from "@hilo/schema";
import { checkedChange } from "../../../functions/src/channels/change.ts";
import { AppError } from "../../../functions/src/platform/errors.ts";

const stored = { mailgunKey: "key", smtpUser: "ana", smtpPassword: "the password" };
const channel: Channel = {
  name: "Correo",
  provider: "email",
  platform: "email",
  address: "hola@hilo.test",
  enabled: true,
  settings: { smtpHost: "smtp.example.org", smtpPort: "587", smtpSecure: "starttls" },
  health: noHealth,
  createdAt: new Date(0),
  updatedAt: new Date(0),
};

/** What is wrong with a change, and the password that would be used. */
function outcome(changes: ChannelChanges, secrets: Record<string, string> | null = stored) {
  try {
    return checkedChange(channel, secrets, changes).credentials.smtpPassword;
  } catch (error) {
    assert.ok(error instanceof AppError && error.code === "invalid");
    return (error.details ?? []).map(({ path, message }) => `${path}: ${message}`);
  }
}

describe("a channel with messages of one account", () => {
  const bot: Channel = { ...channel, provider: "telegram", platform: "telegram", settings: {} };
  const used = { ...bot, address: "1234567", health: { ...noHealth, received: 1 } };
  const secrets = { token: "1234567:AAaaaaaaaaaa", secretToken: "abcdefghijklmnop" };
  const other = { address: "7654321", credentials: { token: "7654321:AAaaaaaaaaaa" } };
  const take = (of: Channel, changes: ChannelChanges) => () => checkedChange(of, secrets, changes);

  it("does not become another account's, whose messages have the same numbers", () => {
    const refused = { code: "invalid", details: [{ path: "address", message: "Another account" }] };
    assert.throws(take(used, other), refused);
    assert.throws(take(used, { credentials: other.credentials }), refused);
  });

  it("takes a new token of its account, and any account before its first message", () => {
    take(used, { credentials: { token: "1234567:BBbbbbbbbbbb" } })();
    take({ ...used, health: noHealth }, other)();
  });
});

describe("a stored secret that is sent to an address which can be changed", () => {
  const moved = { smtpHost: "smtp.elsewhere.example" };
  const asked = (what: string) => [`credentials.smtpPassword: Enter it anew: ${what} changed`];
  const rows: [string, ChannelChanges, unknown][] = [
    ["asked anew for another server", { settings: moved }, asked("smtpHost")],
    ["asked anew for another port", { settings: { smtpPort: "2525" } }, asked("smtpPort")],
    [
      "asked anew for both",
      { settings: { ...moved, smtpPort: "465" } },
      asked("smtpHost, smtpPort"),
    ],
    [
      "not replaced by another secret",
      { settings: moved, credentials: { smtpUser: "eva" } },
      asked("smtpHost"),
    ],
    [
      "taken as entered with the other server",
      { settings: moved, credentials: { smtpPassword: "another" } },
      "another",
    ],
    [
      "forgotten with the other server",
      { settings: moved, credentials: { smtpPassword: null } },
      undefined,
    ],
    ["kept where the same server is entered", { settings: channel.settings }, "the password"],
    ["kept where the port is left to its preset", { settings: { smtpPort: "" } }, "the password"],
    ["kept while another setting changes", { settings: { smtpSecure: "tls" } }, "the password"],
    ["kept while the address changes", { address: "eva@hilo.test" }, "the password"],
  ];
  for (const [name, changes, wanted] of rows) {
    it(`is ${name}`, () => assert.deepEqual(outcome(changes), wanted));
  }

  it("is asked of nobody who has stored none", () => {
    assert.equal(outcome({ settings: moved }, { mailgunKey: "key" }), undefined);
  });
});
