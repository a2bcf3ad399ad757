import assert from "node:assert/strict";
import { newId } from "../../functions/src/platform/clock.ts";
import { callApi, makeMember } from "../support/people.ts";
import { type Customer, newCustomer } from "./customers.ts";
import { auditOf, conversationOf, demo, messageOf, threadOf } from "./records.ts";
import { act, problemIn, tokenOf, whoWrote } from "./staff.ts";

const supervisor = "demo-supervisor";
const colleague = "demo-agent2";

describe("a mention in a note", () => {
  let agent: string;
  before(async () => {
    agent = await tokenOf("agent");
  });

  const noteOf = (...mentions: string[]) => ({ messageId: newId(), text: "Mira esto", mentions });

  async function note(customer: Customer, body: object): Promise<void> {
    const { status, json } = await act(agent, customer, "notes", body);
    assert.equal(status, 201, JSON.stringify(json));
  }

  async function sees(token: string, customer: Customer, body: object = {}): Promise<void> {
    const { status, json } = await act(token, customer, "mentions/seen", body);
    assert.equal(status, 200, JSON.stringify(json));
  }

  it("tells its person, in the note and in the conversation, and nobody else", async () => {
    const customer = await whoWrote(newCustomer());
    const before = await conversationOf(customer);
    const body = noteOf(supervisor, supervisor);
    await note(customer, body);
    assert.deepEqual((await messageOf(customer, body.messageId)).mentions, [supervisor]);
    const { guests, mentioned, mentionedAt, ...after } = await conversationOf(customer);
    assert.deepEqual([guests, mentioned], [[supervisor], [supervisor]]);
    assert.equal(mentionedAt, (await messageOf(customer, body.messageId)).providerAt);
    assert.deepEqual(after, before, "it is no message of the customer's thread");
  });

  it("tells once, however often the same note comes", async () => {
    const customer = await whoWrote(newCustomer());
    const body = noteOf(supervisor);
    await note(customer, body);
    await sees(await tokenOf("supervisor"), customer);
    await note(customer, body);
    assert.deepEqual((await conversationOf(customer)).mentioned, []);
    const other = { ...body, mentions: [colleague] };
    problemIn(await act(agent, customer, "notes", other), "conflict");
    assert.deepEqual((await conversationOf(customer)).guests, [supervisor]);
  });

  it("is told again by another note, and whoever was mentioned last is the last guest", async () => {
    const customer = await whoWrote(newCustomer());
    await note(customer, noteOf(supervisor, colleague));
    await sees(await tokenOf("supervisor"), customer);
    assert.deepEqual((await conversationOf(customer)).mentioned, [colleague]);
    await note(customer, noteOf(supervisor));
    const { guests, mentioned } = await conversationOf(customer);
    assert.deepEqual(
      [guests, mentioned],
      [
        [colleague, supervisor],
        [colleague, supervisor],
      ],
    );
  });

  it("is seen by its person only, as often as they like, and the list keeps it", async () => {
    const customer = await whoWrote(newCustomer());
    await note(customer, noteOf(supervisor));
    await sees(agent, customer);
    await sees(await tokenOf("agent2"), customer);
    assert.deepEqual((await conversationOf(customer)).mentioned, [supervisor]);
    const own = await tokenOf("supervisor");
    await Promise.all([sees(own, customer), sees(own, customer)]);
    await sees(own, customer);
    const { guests, mentioned } = await conversationOf(customer);
    assert.deepEqual([guests, mentioned], [[supervisor], []]);
    const target = `conversations/${customer.conversationId}`;
    const seen = (await auditOf(target)).filter(({ action }) => action.endsWith("seeMention"));
    assert.deepEqual(
      seen.map(({ actor }) => actor.id),
      [supervisor],
    );
  });

  it("stays unseen where it came after what the screen showed", async () => {
    const customer = await whoWrote(newCustomer());
    await note(customer, noteOf(supervisor));
    const { mentionedAt = 0 } = await conversationOf(customer);
    await sees(await tokenOf("supervisor"), customer, { seen: mentionedAt - 1 });
    assert.deepEqual((await conversationOf(customer)).mentioned, [supervisor]);
    await sees(await tokenOf("supervisor"), customer, { seen: mentionedAt });
    assert.deepEqual((await conversationOf(customer)).mentioned, []);
  });

  it("of oneself tells nobody", async () => {
    const customer = await whoWrote(newCustomer());
    await note(customer, noteOf("demo-agent"));
    const { guests, mentioned } = await conversationOf(customer);
    assert.deepEqual([guests, mentioned], [undefined, undefined]);
  });

  it("of somebody who does not work here is refused, and leaves nothing", async () => {
    const customer = await whoWrote(newCustomer());
    const person = await makeMember(demo, "agent");
    const body = noteOf(supervisor, person.uid);
    const admin = await tokenOf("admin");
    const disabled = { method: "PATCH", body: { enabled: false } };
    assert.equal((await callApi(admin, `/members/${person.uid}`, disabled)).status, 200);
    for (const mentions of [body.mentions, ["nobody"]]) {
      const { errors } = problemIn(
        await act(agent, customer, "notes", { ...body, mentions }),
        "invalid",
      );
      assert.equal(errors?.[0]?.path, `mentions.${mentions.length - 1}`);
    }
    assert.equal((await conversationOf(customer)).guests, undefined);
    assert.ok(!(await threadOf(customer)).some(({ direction }) => direction === "note"));
  });

  it("that was taken stays taken when its person leaves", async () => {
    const customer = await whoWrote(newCustomer());
    const person = await makeMember(demo, "agent");
    const body = noteOf(person.uid);
    await note(customer, body);
    const admin = await tokenOf("admin");
    const disabled = { method: "PATCH", body: { enabled: false } };
    assert.equal((await callApi(admin, `/members/${person.uid}`, disabled)).status, 200);
    await note(customer, body);
  });

  it("of more than twenty at once is refused", async () => {
    const customer = await whoWrote(newCustomer());
    const many = Array.from({ length: 21 }, (_, i) => `m${i}`);
    problemIn(await act(agent, customer, "notes", noteOf(...many)), "invalid");
  });
});
