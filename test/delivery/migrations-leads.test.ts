import assert from "node:assert/strict";
import { Lead } from "@hilo/schema";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { leadsInFunnels } from "../../functions/src/leads/migrated.ts";
import { leadOf, notesOf, openLeadsOf } from "../../functions/src/leads/store.ts";
import { migrating } from "../../functions/src/migrations/migrate.ts";
import { enter } from "../../functions/src/operations/begin.ts";
import { work } from "../../functions/src/operations/work.ts";
import { db, read } from "../../functions/src/platform/firestore.ts";
import { listed } from "../support/listed-conversation.ts";
import { dyingAt, everyDeath } from "./crashes.ts";
import { goOn, memberOf, operationOf } from "./marking.ts";
import { freshWorkspace } from "./workspace.ts";

const kinds = { migrate: migrating([leadsInFunnels]) };
const begun = (id: string) => enter(memberOf(id), kinds.migrate, { names: [leadsInFunnels.name] });

/** Leads of before, each under the id of its conversation: who it is of, what was said, and what was made of it. */
const before = {
  greeted: { contactId: "p1", text: "hola", state: "new", kind: "sale", openedAt: 1 },
  older: {
    contactId: "p2",
    text: "¿cuánto cuesta el plan?",
    state: "new",
    kind: "sale",
    openedAt: 2,
  },
  newer: {
    contactId: "p2",
    text: "¿qué precio tiene el plan anual?",
    state: "new",
    kind: "sale",
    openedAt: 3,
  },
  broken: {
    contactId: "p3",
    text: "mi pedido llegó roto",
    state: "new",
    kind: "sale",
    openedAt: 4,
  },
  won: { contactId: "p4", text: "hola", state: "won", kind: "sale", openedAt: 5 },
} as const;

async function ofBefore(): Promise<string> {
  const workspaceId = await freshWorkspace();
  const batch = db().batch();
  const at = new Date(1_796_000_000_000);
  for (const [id, { text, openedAt, ...lead }] of Object.entries(before)) {
    const { id: _, ...conversation } = listed(id, { leadId: id, contactId: lead.contactId });
    batch.set(conversationsOf(workspaceId).doc(id), conversation);
    batch.set(messageOf(workspaceId, id, `${id}-1`), {
      ...{ direction: "inbound", kind: "text", text, attachments: [], status: "received" },
      ...{ statusRank: 0, statusAt: {}, externalId: "x", providerAt: openedAt, createdAt: at },
      author: { type: "contact", id, name: "" },
    });
    batch.set(leadOf(workspaceId, id), {
      ...lead,
      ...{ conversationId: id, name: id, platform: "sms", value: null, openedAt },
      ...{ ownerId: "none", teamId: "none", notes: "Llamar", createdAt: at, updatedAt: at },
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

/** What the migration leaves of each lead, and which are open of each person. */
async function left(workspaceId: string) {
  const leads = await Promise.all(
    Object.keys(before).map(async (id) => {
      const lead = read(Lead, await leadOf(workspaceId, id).get()) ?? assert.fail();
      const notes = (await notesOf(workspaceId, id).get()).docs.map((doc) => doc.get("text"));
      const { column, mergedInto, source } = lead;
      return [id, { column, mergedInto, platform: source.platform, notes }] as const;
    }),
  );
  const people = await Promise.all(
    ["p1", "p2", "p3", "p4"].map(async (id) => {
      const { ended = {}, ...open } = (await openLeadsOf(workspaceId, id).get()).data() ?? {};
      return [id, { ...open, ended: Object.keys(ended) }] as const;
    }),
  );
  return { leads: Object.fromEntries(leads), people: Object.fromEntries(people) };
}

const whole = {
  leads: {
    greeted: { column: "tray", mergedInto: undefined, platform: "sms", notes: ["Llamar"] },
    older: { column: null, mergedInto: "newer", platform: "sms", notes: ["Llamar"] },
    newer: { column: "sales/initial", mergedInto: undefined, platform: "sms", notes: ["Llamar"] },
    broken: {
      column: "support/firstContact",
      mergedInto: undefined,
      platform: "sms",
      notes: ["Llamar"],
    },
    won: { column: null, mergedInto: undefined, platform: "sms", notes: ["Llamar"] },
  },
  people: {
    p1: { none: "greeted", ended: [] },
    p2: { sales: "newer", ended: [] },
    p3: { support: "broken", ended: [] },
    p4: { ended: ["sales"] },
  },
};

describe("leads of before", () => {
  it("come into the funnel that their thread tells, one a person and matter, and twice is once", async () => {
    const workspaceId = await ofBefore();
    const first = await begun(workspaceId);
    await untilEnded(workspaceId, first);
    assert.equal((await operationOf(workspaceId, first)).state, "done");
    assert.deepEqual(await left(workspaceId), whole);
    const second = await begun(workspaceId);
    await untilEnded(workspaceId, second);
    assert.equal((await operationOf(workspaceId, second)).total, 0);
    assert.deepEqual(await left(workspaceId), whole);
  });

  it("come there also where the worker dies at any of its commits", async () => {
    await everyDeath(async (point) => {
      const workspaceId = await ofBefore();
      const id = await begun(workspaceId);
      const died = await dyingAt(point, () => work(kinds, workspaceId, id));
      goOn();
      await untilEnded(workspaceId, id);
      assert.deepEqual(await left(workspaceId), whole);
      return died;
    });
  });
});
