import assert from "node:assert/strict";
import type { Channel, RequestOf } from "@hilo/schema";
import { connectionOf, forgetConnections } from "../../functions/src/channels/connections.ts";
import { flush, showHealth } from "../../functions/src/channels/health.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { suspended } from "../../simulator/src/providers/twilio/account.ts";
import { during } from "../support/during.ts";
import { makeMember, signIn } from "../support/people.ts";
import { demoTwilio } from "../support/twilio.ts";
import { type Administration, type Json, startAdministration } from "./administration.ts";
import { formOf } from "./people.ts";
import { startProvider } from "./provider.ts";
import { startWebhooks } from "./server.ts";
import { documentsOf, freshWorkspace } from "./workspace.ts";

type Added = RequestOf<"addChannel">;

const secret = "a-secret-of-this-test-4711";

describe("channel settings", () => {
  const administration = during(startAdministration);
  const webhooks = during(startWebhooks);
  during(startProvider);
  let workspaceId: string;
  beforeEach(async () => {
    await flush();
    await showHealth();
    workspaceId = await freshWorkspace();
    await administration.enter(workspaceId);
  });

  const ask: Administration["ask"] = (...call) => administration.ask(...call);

  const account: Added = {
    provider: "twilio",
    platform: "sms",
    name: "Avisos",
    address: "+56 2 2123 4567",
    credentials: { accountSid: demoTwilio.accountSid, authToken: secret },
  };

  async function added(changes: Partial<Added> = {}): Promise<string> {
    const { status, json } = await ask("POST", "/channels", { ...account, ...changes });
    assert.equal(status, 201, JSON.stringify(json));
    return String(json.id);
  }

  async function storedChannel(id: string): Promise<Channel> {
    return (await channelsOf(workspaceId).doc(id).get()).data() as Channel;
  }

  async function authTokenOf(id: string): Promise<unknown> {
    forgetConnections();
    const connection = await connectionOf(workspaceId, id);
    return (connection?.credentials as Json | undefined)?.authToken;
  }

  async function auditOf(id: string): Promise<[string, Json][]> {
    const { docs } = await workspace(workspaceId).collection("audit").orderBy("at").get();
    return docs
      .map((doc) => doc.data())
      .filter(({ target }) => target === `channels/${id}`)
      .map(({ action, changes }) => [action, changes]);
  }

  describe("adding", () => {
    it("takes an account once, in its normal form, under an id made of its name", async () => {
      const id = await added({ name: "Avisos Ñuñoa" });
      assert.equal(id, "avisos-nunoa");
      const { address, enabled } = await storedChannel(id);
      assert.deepEqual([address, enabled], ["+56221234567", true]);
      assert.equal(await authTokenOf(id), secret);
      const again = await ask("POST", "/channels", { ...account, name: "Otro" });
      assert.deepEqual([again.status, again.json.code], [409, "conflict"]);
    });

    it("takes the same account once, however many ask at once", async () => {
      const asked = Array.from({ length: 4 }, (_, i) =>
        ask("POST", "/channels", { ...account, id: `c-${i}` }),
      );
      const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
      assert.deepEqual(statuses, [201, 409, 409, 409]);
    });

    it("says every field that is wrong, and keeps nothing of it", async () => {
      const before = await documentsOf(workspaceId);
      const wrong = { ...account, address: "x", credentials: { accountSid: "y" } };
      const { status, json } = await ask("POST", "/channels", wrong);
      assert.equal(status, 422);
      const paths = (json.errors as { path: string }[]).map(({ path }) => path);
      assert.deepEqual(paths, ["address", "credentials.accountSid", "credentials.authToken"]);
      assert.deepEqual(await documentsOf(workspaceId), before);
    });

    it("is for administrators only", async () => {
      const supervisor = await signIn(await makeMember(workspaceId, "supervisor"));
      const calls: [string, string, unknown?][] = [
        ["GET", "/channel-kinds"],
        ["GET", "/channels/twilio-sms"],
        ["POST", "/channels", account],
        ["PATCH", "/channels/twilio-sms", { name: "X" }],
        ["POST", "/channels/twilio-sms/test", {}],
        ["POST", "/channel-tests", account],
        ["GET", "/channels/twilio-sms/dead-letters"],
        ["POST", "/channels/twilio-sms/dead-letters/replay", {}],
        ["DELETE", "/dead-letters/x"],
      ];
      for (const [method, path, body] of calls) {
        const { json } = await ask(method, path, body, supervisor);
        assert.equal(json.code, "notAllowed", `${method} ${path}`);
      }
      const listed = await ask("GET", "/channels", undefined, supervisor);
      assert.equal((listed.json.channels as Json[])[0]?.health, undefined);
      const whole = await ask("GET", "/channels");
      assert.ok((whole.json.channels as Json[])[0]?.health);
    });
  });

  describe("changing", () => {
    it("keeps the credentials that are left out, and never tells any", async () => {
      const id = await added();
      const renamed = await ask("PATCH", `/channels/${id}`, { name: "Avisos 2" });
      assert.equal(renamed.status, 200);
      assert.deepEqual(renamed.json.stored, ["accountSid", "authToken"]);
      assert.equal(await authTokenOf(id), secret);
      const changes = { credentials: { authToken: `${secret}-new` }, settings: {} };
      const replaced = await ask("PATCH", `/channels/${id}`, changes);
      assert.equal(await authTokenOf(id), `${secret}-new`);
      const shown = await ask("GET", `/channels/${id}`);
      for (const { json } of [renamed, replaced, shown, await ask("GET", "/channels")])
        assert.ok(!JSON.stringify(json).includes(secret));
    });

    it("takes away what is null, but nothing that is needed", async () => {
      const id = await added({
        credentials: { ...account.credentials, previousAuthToken: "before" },
      });
      const done = await ask("PATCH", `/channels/${id}`, {
        credentials: { previousAuthToken: null },
      });
      assert.deepEqual(done.json.stored, ["accountSid", "authToken"]);
      const needed = await ask("PATCH", `/channels/${id}`, { credentials: { authToken: null } });
      assert.equal(needed.status, 422);
      assert.equal(await authTokenOf(id), secret);
    });

    it("does not take an account that another channel has", async () => {
      const id = await added();
      const taken = await ask("PATCH", `/channels/${id}`, { address: "+1 555 010 0001" });
      assert.equal(taken.json.code, "conflict");
      const free = await ask("PATCH", `/channels/${id}`, { address: "+56 2 2999 9999" });
      assert.equal(free.json.address, "+56229999999");
    });

    it("is written down with what changed, and without any secret", async () => {
      const id = await added();
      await ask("PATCH", `/channels/${id}`, {
        name: "Avisos 2",
        credentials: { authToken: `${secret}-new` },
      });
      await ask("PATCH", `/channels/${id}`, { enabled: false });
      await ask("PATCH", `/channels/${id}`, { enabled: true });
      const entries = await auditOf(id);
      assert.deepEqual(
        entries.map(([action]) => action),
        ["channels.add", "channels.change", "channels.disable", "channels.enable"],
      );
      assert.deepEqual(entries[1]?.[1], {
        name: { from: "Avisos", to: "Avisos 2" },
        credentials: { from: null, to: ["authToken"] },
      });
      assert.ok(!JSON.stringify(entries).includes(secret));
    });

    it("disables sending, while what customers write is still recorded", async () => {
      const path = `/webhooks/twilio/${workspaceId}/twilio-sms`;
      const letter = () => formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "hola" });
      assert.equal((await ask("PATCH", "/channels/twilio-sms", { enabled: false })).status, 200);
      assert.equal(await webhooks.post(path, letter()), 200);
      const messages = Object.keys(await documentsOf(workspaceId)).filter((it) =>
        it.includes("/messages/"),
      );
      assert.equal(messages.length, 1);
      const start = { messageId: newId(), kind: "text", text: "Hola", to: "+56911110001" };
      const refused = await ask("POST", "/channels/twilio-sms/messages", start);
      assert.equal(refused.json.code, "channelDisabled");
    });
  });

  describe("the connection test", () => {
    const own = { accountSid: demoTwilio.accountSid, authToken: demoTwilio.authToken };
    const number = demoTwilio.smsNumber;
    const asleep = { accountSid: suspended.sid, authToken: suspended.authToken };
    const rows: [string, Partial<Added>, string[]][] = [
      ["a number of the account", {}, ["account", "number", "webhookElsewhere"]],
      ["a wrong token", { credentials: { ...own, authToken: "wrong" } }, ["credentials"]],
      ["a suspended account", { credentials: asleep }, ["suspended"]],
      ["somebody else's number", { address: "+56221234567" }, ["account", "numberNotOwned"]],
      ["a WhatsApp sender", { platform: "whatsapp" }, ["account", "number", "webhookElsewhere"]],
      [
        "no WhatsApp sender",
        { platform: "whatsapp", address: "+56221234567" },
        ["account", "numberNotOwned"],
      ],
    ];
    for (const [row, changes, codes] of rows) {
      it(`tells of ${row} before it is added`, async () => {
        const entered = { ...account, address: number, credentials: own, ...changes };
        const { name: _, ...tried } = entered;
        const { status, json } = await ask("POST", "/channel-tests", tried);
        assert.equal(status, 200, JSON.stringify(json));
        assert.deepEqual(codesOf(json), codes);
        assert.ok(!JSON.stringify(json).includes(demoTwilio.authToken));
      });
    }

    it("brings the words of what only this provider finds", async () => {
      const tried = { ...account, address: "+56221234567", credentials: own };
      const { name: _, ...entered } = tried;
      const { json } = await ask("POST", "/channel-tests", entered);
      const [common, notOwned] = (json as { findings: { words?: { es: string } }[] }).findings;
      assert.equal(common?.words, undefined);
      assert.match(notOwned?.words?.es ?? "", /no es de esta cuenta/);
    });

    it("asks with what is stored, and with what is not saved yet", async () => {
      const stored = await ask("POST", "/channels/twilio-sms/test", {});
      assert.deepEqual(codesOf(stored.json), ["account", "number", "webhookElsewhere"]);
      const credentials = { authToken: "wrong" };
      const changed = await ask("POST", "/channels/twilio-sms/test", { credentials });
      assert.deepEqual(codesOf(changed.json), ["credentials"]);
      assert.equal(await authTokenOf("twilio-sms"), demoTwilio.authToken);
      const entries = await auditOf("twilio-sms");
      assert.deepEqual(entries, [
        ["channels.test", { credentials: { from: null, to: ["authToken"] } }],
      ]);
    });

    function codesOf({ findings }: Json): string[] {
      return (findings as { code: string }[]).map(({ code }) => code);
    }
  });
});
