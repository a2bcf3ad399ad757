import assert from "node:assert/strict";
import type { AuditEntry, Conversation, SystemEvent } from "@hilo/schema";
import { digestOf } from "../../functions/src/audit/digest.ts";
import { sweep } from "../../functions/src/outbound/sweep.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { countedIn } from "../support/counted.ts";
import { callApi, makeMember } from "../support/people.ts";
import { eventually } from "../support/wait.ts";
import { type Customer, newCustomer, phoneOf, writes } from "./customers.ts";
import { auditOf, conversationOf, demo, threadOf } from "./records.ts";
import { act, problemIn, send, textMessage, tokenOf, whoWrote } from "./staff.ts";

async function eventsOf(customer: Customer): Promise<SystemEvent[]> {
  return (await threadOf(customer)).flatMap(({ event }) => event ?? []);
}

function auditOfConversation({ conversationId }: Customer): Promise<AuditEntry[]> {
  return auditOf(`conversations/${conversationId}`);
}

describe("work at the desk", () => {
  let agent: string;
  before(async () => {
    agent = await tokenOf("agent");
  });

  async function done(customer: Customer, verb: string, body: object) {
    const answer = await act(agent, customer, verb, body);
    assert.equal(answer.status, 200, JSON.stringify(answer.json));
    assert.deepEqual(answer.json, { conversationId: customer.conversationId });
    return answer;
  }

  const rows: [
    verb: string,
    body: object,
    fields: Partial<Conversation>,
    event: SystemEvent,
    changes: AuditEntry["changes"],
  ][] = [
    [
      "assign",
      { assigneeId: "demo-agent2" },
      { assigneeId: "demo-agent2" },
      { type: "assigned", to: "Agente Dos" },
      { assigneeId: { from: "none", to: "demo-agent2" } },
    ],
    [
      "status",
      { status: "waiting" },
      { status: "waiting" },
      { type: "status", to: "waiting" },
      { status: { from: "open", to: "waiting" } },
    ],
    [
      "priority",
      { priority: "urgent" },
      { priority: "urgent" },
      { type: "priority", to: "urgent" },
      { priority: { from: "normal", to: "urgent" } },
    ],
    [
      "tags",
      { tags: ["VIP", "pyme", "vip"] },
      { tags: ["VIP", "pyme"] },
      { type: "tags", to: "VIP, pyme" },
      { tags: { from: [], to: ["VIP", "pyme"] } },
    ],
    [
      "snooze",
      { until: 4_102_444_800_000 },
      { status: "snoozed", snoozedUntil: 4_102_444_800_000 },
      { type: "snoozed", to: "2100-01-01T00:00:00.000Z" },
      {
        status: { from: "open", to: "snoozed" },
        snoozedUntil: { from: null, to: 4_102_444_800_000 },
      },
    ],
  ];
  for (const [verb, body, fields, event, changes] of rows) {
    it(`${verb}: changes it, tells it in the thread, and keeps who did it`, async () => {
      const customer = await whoWrote(newCustomer());
      const before = await conversationOf(customer);
      const { headers } = await done(customer, verb, body);
      const { updatedAt: _, assigned, turn, ...after } = await conversationOf(customer);
      const { updatedAt: __, turn: ___, ...expected } = { ...before, ...fields };
      assert.deepEqual(after, expected);
      assert.equal(turn.owner, verb === "assign" ? "human" : "none");
      assert.equal(assigned?.by, verb === "assign" ? "demo-agent" : undefined);
      assert.deepEqual(await eventsOf(customer), [event]);
      const [entry, ...others] = await auditOfConversation(customer);
      assert.deepEqual(others, []);
      assert.deepEqual(
        [entry?.action, entry?.target, entry?.changes],
        [`conversations.${verb}`, `conversations/${customer.conversationId}`, changes],
      );
      assert.deepEqual(entry?.about, [before.contactId]);
      assert.equal(entry?.digest, digestOf(entry?.salt ?? "", entry?.changes ?? {}));
      const actor = { type: "member", id: "demo-agent", name: "Agente Uno" };
      assert.deepEqual(entry?.actor, actor);
      assert.equal(entry?.requestId, headers.get("x-request-id"));
      assert.match(entry?.ip ?? "", /^(local|[\da-f.:]+)$/);
    });
  }

  it("leaves no line and no entry when nothing changes", async () => {
    const customer = await whoWrote(newCustomer());
    for (const [verb, body] of rows.slice(0, 4)) {
      await done(customer, verb, body);
      await done(customer, verb, body);
    }
    assert.equal((await eventsOf(customer)).length, 4);
    assert.equal((await auditOfConversation(customer)).length, 4);
  });

  it("gives a conversation back to nobody, and to nobody who does not work here", async () => {
    const customer = await whoWrote(newCustomer());
    await done(customer, "assign", { assigneeId: "demo-supervisor" });
    await done(customer, "assign", { assigneeId: "none" });
    const types = (await eventsOf(customer)).map(({ type }) => type);
    assert.deepEqual(types, ["assigned", "unassigned"]);
    problemIn(await act(agent, customer, "assign", { assigneeId: "nobody" }), "invalid");
  });

  it("resolves: nobody waits any more, and it is counted; the customer opens it again", async () => {
    const customer = await whoWrote(newCustomer());
    const resolvedBefore = await resolvedSoFar();
    await done(customer, "status", { status: "resolved" });
    const { status, unread, waitingSince, resolvedAt } = await conversationOf(customer);
    assert.deepEqual([status, unread, waitingSince], ["resolved", 0, null]);
    assert.ok(Math.abs((resolvedAt ?? 0) - Date.now()) < 60_000);
    assert.equal(await resolvedSoFar(), resolvedBefore + 1);
    await writes(customer, { text: "Una cosa más" });
    const again = await conversationOf(customer);
    assert.deepEqual([again.status, again.unread, again.inboundCount], ["open", 1, 2]);
    assert.ok((again.waitingSince ?? 0) > 0);
    assert.equal(again.resolvedAt, resolvedAt, "it was resolved today all the same");
    await done(customer, "status", { status: "waiting" });
    assert.equal((await conversationOf(customer)).resolvedAt, resolvedAt);
    await done(customer, "status", { status: "resolved" });
    await done(customer, "status", { status: "open" });
    assert.equal((await conversationOf(customer)).resolvedAt, null, "which opening it takes back");
  });

  it("wakes what was snoozed when its time has come", async () => {
    const customer = await whoWrote(newCustomer());
    problemIn(await act(agent, customer, "snooze", { until: Date.now() - 1 }), "invalid");
    await done(customer, "snooze", { until: Date.now() + 3_600_000 });
    await sweep();
    assert.equal((await conversationOf(customer)).status, "snoozed");
    const ref = workspace(demo).collection("conversations").doc(customer.conversationId);
    await ref.update({ snoozedUntil: Date.now() });
    await Promise.all([sweep(), sweep()]);
    const { status, snoozedUntil } = await conversationOf(customer);
    assert.deepEqual([status, snoozedUntil], ["open", null]);
    const events = await eventsOf(customer);
    assert.deepEqual(events.slice(1), [{ type: "status", to: "open", why: "snoozeOver" }]);
  });

  it("wakes what was snoozed when the customer writes", async () => {
    const customer = await whoWrote(newCustomer());
    await done(customer, "snooze", { until: Date.now() + 3_600_000 });
    await writes(customer, { text: "Perdón, una duda" });
    const { status, snoozedUntil } = await conversationOf(customer);
    assert.deepEqual([status, snoozedUntil], ["open", null]);
  });

  it("notes what the customer never sees, once", async () => {
    const customer = await whoWrote(newCustomer());
    const { preview, unread } = await conversationOf(customer);
    const note = { messageId: newId(), text: "Ofrecer descuento" };
    for (const _ of [1, 2]) {
      const answer = await act(agent, customer, "notes", note);
      assert.equal(answer.status, 201, JSON.stringify(answer.json));
    }
    const notes = (await threadOf(customer)).filter(({ direction }) => direction === "note");
    assert.deepEqual(
      notes.map(({ id, text, author }) => [id, text, author.id]),
      [[note.messageId, note.text, "demo-agent"]],
    );
    const after = await conversationOf(customer);
    assert.deepEqual([after.preview, after.unread], [preview, unread]);
    const shown = await phoneOf(customer);
    assert.ok(!shown.some(({ text }) => text === note.text));
    const actions = (await auditOfConversation(customer)).map(({ action }) => action);
    assert.deepEqual(actions, ["conversations.note"]);
  });

  it("marks as read what was seen, and leaves what came since", async () => {
    const customer = await whoWrote(newCustomer());
    for (const text of ["dos", "tres"]) await writes(customer, { text });
    assert.equal((await conversationOf(customer)).unread, 3);
    await done(customer, "read", { seen: 2 });
    assert.equal((await conversationOf(customer)).unread, 1);
    await done(customer, "read", {});
    assert.equal((await conversationOf(customer)).unread, 0);
    await done(customer, "read", { seen: 5 });
    assert.equal((await conversationOf(customer)).unread, 0);
  });

  it("gives back to nobody what somebody had who works here no more", async () => {
    const customer = await whoWrote(newCustomer());
    const person = await makeMember(demo, "agent");
    await done(customer, "assign", { assigneeId: person.uid });
    const admin = await tokenOf("admin");
    const disabled = { method: "PATCH", body: { enabled: false } };
    assert.equal((await callApi(admin, `/members/${person.uid}`, disabled)).status, 200);
    await eventually(async () => {
      assert.equal((await conversationOf(customer)).assigneeId, "none");
      const last = (await eventsOf(customer)).at(-1);
      assert.equal(last?.type, "unassigned");
    });
  });

  it("leaves to others what arrived between two people's reading", async () => {
    const customer = await whoWrote(newCustomer());
    await done(customer, "read", { seen: 1 });
    for (const text of ["dos", "tres"]) await writes(customer, { text });
    const colleague = await tokenOf("agent2");
    assert.equal((await act(colleague, customer, "read", { seen: 1 })).status, 200);
    assert.equal((await conversationOf(customer)).unread, 2);
  });

  it("refuses another message under an id that is taken", async () => {
    const customer = await whoWrote(newCustomer());
    const first = textMessage("uno");
    await send(agent, customer, first);
    problemIn(await act(agent, customer, "messages", { ...first, text: "dos" }), "conflict");
    await send(agent, customer, first);
    problemIn(await act(agent, customer, "messages", textMessage("\u200b\u2060")), "invalid");
  });

  it("puts nothing of what people write into the audit", async () => {
    const mark = `secreto-${newId()}`;
    const customer = await whoWrote(newCustomer(), mark);
    await act(agent, customer, "notes", { messageId: newId(), text: mark });
    await send(agent, customer, textMessage(mark));
    const { docs } = await workspace(demo).collection("audit").get();
    const entries = docs.map((doc) => JSON.stringify(doc.data()));
    assert.ok(entries.some((entry) => entry.includes(customer.conversationId)));
    assert.ok(!entries.some((entry) => entry.includes(mark) || entry.includes(customer.phone)));
  });

  async function resolvedSoFar(): Promise<number> {
    return (await countedIn(demo)).resolved;
  }
});

describe("a lead", () => {
  it("is made once for a conversation, however many messages begin it at once", async () => {
    const customer = newCustomer();
    await Promise.all([1, 2, 3].map((n) => writes(customer, { text: `Hola ${n}` })));
    const conversation = await eventually(async () => {
      const found = await conversationOf(customer);
      assert.deepEqual([found.inboundCount, found.leadId !== null], [3, true]);
      return found;
    });
    assert.equal(conversation.unread, 3);
    const leads = workspace(demo).collection("leads");
    const { size } = await leads.where("conversationId", "==", customer.conversationId).get();
    assert.equal(size, 1);
  });
});
