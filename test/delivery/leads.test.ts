import assert from "node:assert/strict";
import { sweepTray } from "../../functions/src/leads/sweeping.ts";
import { setClock } from "../../functions/src/platform/clock.ts";
import { type LeadScene, leadScene } from "./lead-scene.ts";
import { firstAt } from "./voices/voice.ts";

const dayMs = 24 * 60 * 60 * 1000;
const buys = "hola, ¿cuánto sale el plan para 5 personas?";
const complains = "mi pedido llegó roto y quiero la devolución";

describe("the lead of who writes", () => {
  let scene: LeadScene;
  beforeEach(async () => {
    scene = await leadScene();
  });
  afterEach(() => setClock());

  it("is one, in the first stage of sales, of somebody who asks for a price, with the reason", async () => {
    await scene.writes("1", 1, buys);
    const lead = await scene.only();
    assert.deepEqual(
      [lead.kind, lead.state, lead.column, lead.funnel?.by, lead.name],
      ["sale", "new", "sales/initial", "rule", "Persona 1"],
    );
    assert.ok((lead.funnel?.why.length ?? 0) > 0);
    const { leadId, funnel, contactId } = await scene.conversation("1");
    assert.deepEqual([leadId, contactId], [lead.id, lead.contactId]);
    assert.deepEqual([funnel.id, funnel.stage], ["sales", "initial"]);
    assert.deepEqual(await scene.slotsOf(contactId), { sales: lead.id });
    const [created] = await scene.history(lead.id);
    assert.deepEqual([created?.step, created?.entered], ["created", "sales/initial"]);
  });

  it("is in support of somebody who complains", async () => {
    await scene.writes("1", 1, complains);
    const { kind, column } = await scene.only();
    assert.deepEqual([kind, column], ["support", "support/firstContact"]);
  });

  it("stands in the tray of somebody who only greets, and comes into its funnel with what follows", async () => {
    await scene.writes("1", 1, "hola");
    const { kind, column, contactId, id } = await scene.only();
    assert.deepEqual([kind, column], [null, "tray"]);
    assert.deepEqual(await scene.slotsOf(contactId), { none: id });
    await scene.writes("1", 2, "¿cuánto cuesta el plan anual?");
    assert.equal((await scene.only()).column, "sales/initial");
    assert.deepEqual(await scene.slotsOf(contactId), { sales: id });
  });

  it("is made once, however often the message and its event come", async () => {
    await scene.writes("1", 1, buys, { times: 3 });
    const before = JSON.stringify([await scene.leads(), await scene.conversation("1")]);
    await scene.writes("1", 1, buys, { times: 2 });
    assert.equal(JSON.stringify([await scene.leads(), await scene.conversation("1")]), before);
  });

  it("is made once of several messages at once", async () => {
    await Promise.all([1, 2, 3, 4].map((n) => scene.writes("1", n, n === 3 ? buys : "hola")));
    const lead = await scene.only();
    assert.equal(lead.column, "sales/initial");
    assert.deepEqual(await scene.slotsOf(lead.contactId), { sales: lead.id });
  });

  it("leaves a sale where a person put it, and another matter gets a lead of its own", async () => {
    await scene.writes("1", 1, buys);
    const sale = await scene.only();
    await scene.moves(sale.id, "sales/negotiation", "initial");
    await scene.writes(
      "1",
      2,
      "oye, la factura del mes pasado me llegó con un cobro doble, no la pedí",
    );
    assert.deepEqual(await scene.columns(), ["sales/negotiation", "support/firstContact"]);
    const [, support] = await scene.leads();
    assert.equal((await scene.conversation("1")).leadId, support?.id);
  });

  it("is moved by no rule after a person has moved it", async () => {
    await scene.writes("1", 1, buys);
    const { id } = await scene.only();
    await scene.moves(id, "sales/initial", "initial");
    await scene.answers("1", 2, "Sale $29.970 al mes");
    await scene.writes("1", 3, "ya, lo compro, ¿a qué cuenta transfiero?");
    const lead = await scene.only();
    assert.equal(lead.column, "sales/initial");
    assert.equal(lead.suggested?.id, "sales");
  });

  it("goes forward as its customer decides, and never back", async () => {
    await scene.writes("1", 1, buys);
    await scene.answers("1", 2, "Sale $29.970 al mes");
    await scene.writes("1", 3, "ya, lo compro, ¿a qué cuenta transfiero?");
    assert.equal((await scene.only()).column, "sales/closing");
    await scene.writes("1", 4, "¿y qué otros planes tienen?");
    assert.equal((await scene.only()).column, "sales/closing");
  });

  it("is not made by a wish, a call, automatic mail or what was said in a group", async () => {
    await scene.writes("1", 1, "STOP", { consent: "stop" });
    await scene.writes("2", 1, buys, { quiet: true });
    await scene.writes("3", 1, buys, { writer: "Pedro" });
    await scene.writes("4", 1, "", {
      kind: "call",
      call: { direction: "inbound", state: "missed", sequence: 2 },
    });
    assert.deepEqual(await scene.leads(), []);
  });

  it("is told on a sale that ended days ago, and is a recovery after weeks", async () => {
    await scene.writes("1", 1, buys);
    const { id } = await scene.only();
    setClock(() => firstAt + 2000);
    await scene.ends(id, "won");
    setClock();
    await scene.writes("1", 2, "hola de nuevo, ¿cuánto sale otro plan para mi hermano?", {
      days: 3,
    });
    assert.deepEqual(await scene.columns(), [null]);
    assert.equal((await scene.only()).suggested?.id, "sales");
    await scene.writes("1", 3, "hola, quiero comprar de nuevo, ¿qué precio tiene el plan?", {
      days: 20,
    });
    const [, second] = await scene.leads();
    assert.deepEqual([second?.column, second?.kind], ["sales/initial", "recovery"]);
  });

  it("of support opens at once after the last has ended", async () => {
    await scene.writes("1", 1, complains);
    const { id } = await scene.only();
    await scene.ends(id, "won");
    await scene.writes("1", 2, "volvió a fallar, el pedido nuevo también llegó roto", { days: 1 });
    assert.deepEqual(await scene.columns(), [null, "support/firstContact"]);
  });

  it("is whose the conversation is given to, while nobody has it", async () => {
    await scene.writes("1", 1, buys);
    await scene.given("1", "Ana");
    assert.equal((await scene.only()).ownerId, "Ana");
    await scene.given("1", "Beto");
    assert.equal((await scene.only()).ownerId, "Ana");
  });

  it("is lost for want of an answer after days in the tray", async () => {
    await scene.writes("1", 1, "hola");
    await sweepTray(scene.workspaceId);
    assert.deepEqual(await scene.columns(), ["tray"]);
    setClock(() => Date.now() + 8 * dayMs);
    await sweepTray(scene.workspaceId);
    const lead = await scene.only();
    assert.deepEqual([lead.state, lead.lostReason, lead.column], ["lost", "noAnswer", null]);
    assert.deepEqual(await scene.slotsOf(lead.contactId), {});
  });
});
