import assert from "node:assert/strict";
import { Identity, Suggestion } from "@hilo/schema";
import { contactKeyOf, type KeyName, phoneKey } from "../../functions/src/contacts/keys.ts";
import { contactKeysGiven } from "../../functions/src/contacts/keys-given.ts";
import { contactOf, identitiesOf } from "../../functions/src/contacts/store.ts";
import { optOutsMoved } from "../../functions/src/conversations/opt-outs-moved.ts";
import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { migrating } from "../../functions/src/migrations/migrate.ts";
import { enter } from "../../functions/src/operations/begin.ts";
import { work } from "../../functions/src/operations/work.ts";
import { setClock } from "../../functions/src/platform/clock.ts";
import { db, read, workspace } from "../../functions/src/platform/firestore.ts";
import { listed } from "../support/listed-conversation.ts";
import { type CrashPoint, dyingAt, everyDeath } from "./crashes.ts";
import { goOn, memberOf, operationOf } from "./marking.ts";
import { freshWorkspace } from "./workspace.ts";

// Three contacts of before: each under the id of a conversation, with opt-outs by channel.

const phone = "+5215512345678";
const others = { unproven: [], country: null, language: null, preferredChannelId: null };
const blank = { ...others, tags: [], fields: {}, createdAt: new Date(), updatedAt: new Date() };
const people = {
  ana: { name: "Ana", phones: [phone], emails: ["Ana@example.org"], optOut: { whatsapp: true } },
  sms: { name: "", phones: ["+525512345678"], emails: [], optOut: { sms: true } },
  chat: {
    name: "Ana",
    phones: [],
    emails: ["ana@example.org"],
    unproven: ["ana@example.org"],
    optOut: {},
  },
};
const channels = { ana: "whatsapp", sms: "sms", chat: "telegram" } as const;

const kinds = { migrate: migrating([optOutsMoved, contactKeysGiven]) };
const names = [optOutsMoved.name, contactKeysGiven.name];
const begun = (id: string) => enter(memberOf(id), kinds.migrate, { names });

async function ofBefore(): Promise<string> {
  const workspaceId = await freshWorkspace();
  const batch = db().batch();
  for (const [id, person] of Object.entries(people)) {
    const channelId = channels[id as keyof typeof channels];
    batch.set(contactOf(workspaceId, id), { ...blank, ...person });
    const { id: _, ...conversation } = listed(id, {
      channelId,
      platform: channelId,
      optedOut: id === "sms",
    });
    batch.set(conversationsOf(workspaceId).doc(id), conversation);
    batch.set(identitiesOf(workspaceId).doc(id), {
      contactId: id,
      conversationId: id,
      channelId,
      platform: channelId,
      address: id === "chat" ? "700" : "+525512345678",
      aliases: {},
      createdAt: new Date(),
    });
  }
  await batch.commit();
  return workspaceId;
}

async function untilEnded(workspaceId: string, id: string): Promise<void> {
  while ((await operationOf(workspaceId, id)).state === "running") {
    await work(kinds, workspaceId, id);
    goOn();
  }
}

/** What a migration leaves, in any order of contacts. */
async function left(workspaceId: string) {
  const key = async (name: KeyName) =>
    ((await contactKeyOf(workspaceId, name).get()).get("contactIds") ?? []).sort();
  const suggested = (await workspace(workspaceId).collection("suggestions").get()).docs;
  const identities = (await identitiesOf(workspaceId).get()).docs;
  const contacts = (await workspace(workspaceId).collection("contacts").get()).docs;
  const told = (await conversationsOf(workspaceId).get()).docs;
  return {
    phone: await key(phoneKey(phone)),
    email: await key({ kind: "email", value: "ana@example.org" }),
    user: await key({ kind: "user", value: "telegram\n700" }),
    suggested: suggested.map((doc) => {
      const { a, b, why } = read(Suggestion, doc) ?? assert.fail();
      return [a, b, ...why];
    }),
    optOuts: Object.fromEntries(
      identities.map((doc) => [doc.id, read(Identity, doc)?.optOut?.scope ?? "none"]),
    ),
    contacts: contacts.map((doc) => doc.get("optOut")),
    unoffered: told.filter((doc) => doc.get("noMarketing")).map(({ id }) => id),
  };
}

const whole = {
  phone: ["ana", "sms"],
  email: ["ana"],
  user: ["chat"],
  suggested: [["ana", "sms", "phone"]],
  optOuts: { ana: "marketing", sms: "all", chat: "none" },
  contacts: [undefined, undefined, undefined],
  unoffered: ["ana"],
};

describe("people of before", () => {
  afterEach(() => setClock());

  it("get their keys, and their wishes go to their addresses; nobody is joined", async () => {
    const workspaceId = await ofBefore();
    const id = await begun(workspaceId);
    await untilEnded(workspaceId, id);
    assert.deepEqual(await left(workspaceId), whole);
    const contactIds = (await conversationsOf(workspaceId).get()).docs.map((doc) =>
      doc.get("contactId"),
    );
    assert.deepEqual(contactIds.sort(), ["ana", "chat", "sms"]);
    const again = await begun(workspaceId);
    await untilEnded(workspaceId, again);
    assert.equal((await operationOf(workspaceId, again)).total, 0, "there is nothing left to do");
  });

  it("end the same wherever the worker dies, and by two at once", async () => {
    const lifeEnding = async (point: CrashPoint) => {
      const workspaceId = await ofBefore();
      const id = await begun(workspaceId);
      const died = await dyingAt(point, () => work(kinds, workspaceId, id));
      goOn();
      await untilEnded(workspaceId, id);
      assert.deepEqual(await left(workspaceId), whole);
      return died;
    };
    assert.ok((await everyDeath(lifeEnding)) > 4);
    const workspaceId = await ofBefore();
    const ids = await Promise.all([begun(workspaceId), begun(workspaceId)]);
    await Promise.all(ids.map((id) => untilEnded(workspaceId, id)));
    assert.deepEqual(await left(workspaceId), whole);
  });
});
