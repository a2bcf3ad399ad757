import assert from "node:assert/strict";
import { changeLead } from "../../functions/src/leads/changing.ts";
import { createLead } from "../../functions/src/leads/creating.ts";
import { moveLead } from "../../functions/src/leads/moving.ts";
import { funnelStatistics } from "../../functions/src/leads/statistics.ts";
import { AppError } from "../../functions/src/platform/errors.ts";
import { type LeadScene, leadScene } from "./lead-scene.ts";
import { randomFrom } from "./shuffle.ts";

const buys = "hola, ¿cuánto sale el plan para 5 personas?";

describe("a lead that people move", () => {
  let scene: LeadScene;
  beforeEach(async () => {
    scene = await leadScene();
  });

  const refused = async (code: string, run: () => Promise<unknown>): Promise<AppError> => {
    try {
      await run();
    } catch (error) {
      assert.ok(error instanceof AppError);
      assert.equal(error.code, code);
      return error;
    }
    return assert.fail("it was done");
  };

  it("is moved by the first of two, and the other is told by whom", async () => {
    await scene.writes("1", 1, buys);
    const { id } = await scene.only();
    const both = await Promise.allSettled([
      scene.moves(id, "sales/negotiation", "initial", "Ana"),
      scene.moves(id, "sales/debate", "initial", "Beto"),
    ]);
    const done = both.filter(({ status }) => status === "fulfilled");
    assert.equal(done.length, 1);
    const winner = both[0]?.status === "fulfilled" ? "Ana" : "Beto";
    const error = await refused("moved", () => scene.moves(id, "sales/closing", "initial", "Caro"));
    assert.equal(error.changed?.[0]?.by?.name, winner);
  });

  it("stands above, below or at the end, as it was put", async () => {
    for (const address of ["1", "2", "3", "4"]) await scene.writes(address, Number(address), buys);
    const [a, b, c, d] = await scene.leads();
    const order = async () => {
      const all = await scene.leads();
      const ranked = all.toSorted((x, y) =>
        (x.funnel?.rank ?? "") < (y.funnel?.rank ?? "") ? -1 : 1,
      );
      return ranked.map(({ name }) => name.at(-1)).join("");
    };
    assert.equal(await order(), "1234");
    const here = { funnelId: "sales", stage: "initial", seen: "initial" };
    const put = (id = "", place: object) => moveLead(scene.worker(), id, { ...here, ...place });
    await put(d?.id, { before: a?.id });
    assert.equal(await order(), "4123");
    await put(a?.id, { after: b?.id });
    assert.equal(await order(), "4213");
    await put(b?.id, {});
    assert.equal(await order(), "4132");
    await put(c?.id, { before: b?.id });
    assert.equal(await order(), "4132");
  });

  it("has the conversation show where it stands", async () => {
    await scene.writes("1", 1, buys);
    const { id } = await scene.only();
    await scene.moves(id, "sales/debate", "initial");
    const { funnel } = await scene.conversation("1");
    assert.deepEqual([funnel.stage, funnel.by], ["debate", "member"]);
  });

  it("is lost with a reason only, leaves its column, and is open again by hand", async () => {
    await scene.writes("1", 1, buys);
    const { id, contactId } = await scene.only();
    await refused("invalid", () => changeLead(scene.worker(), id, { state: "lost" }));
    await scene.ends(id, "lost");
    assert.deepEqual(await scene.columns(), [null]);
    assert.deepEqual(await scene.slotsOf(contactId), {});
    await changeLead(scene.worker(), id, { state: "negotiation" });
    assert.deepEqual(await scene.columns(), ["sales/initial"]);
    assert.deepEqual(await scene.slotsOf(contactId), { sales: id });
  });

  it("is the only open one of its person in a funnel", async () => {
    await scene.writes("1", 1, buys);
    const { contactId } = await scene.only();
    const wanted = { contactId, kind: "sale" as const, value: null, expectedOn: null, tags: [] };
    await refused("taken", () => createLead(scene.worker(), wanted));
    await createLead(scene.worker(), { ...wanted, kind: "support" });
    assert.deepEqual((await scene.columns()).toSorted(), ["sales/initial", "support/firstContact"]);
  });

  it("is somebody else's to who sees their own only", async () => {
    await scene.writes("1", 1, buys);
    const { id } = await scene.only();
    const other = scene.worker("Eva", { see: "own" });
    await refused("notFound", () => changeLead(other, id, { name: "Otra" }));
  });

  it("keeps figures whole: opening + entered − left is what is present, of every stage", async () => {
    for (let n = 1; n <= 6; n += 1) await scene.writes(String(n), n, buys);
    await wander(20);
    const columns = await scene.columns();
    for (const days of [1, 30, 3650]) {
      const { stages: figures } = await funnelStatistics(scene.workspaceId, "sales", days);
      for (const { id, opening, entered, left, present } of figures) {
        assert.equal(opening + entered - left, present);
        assert.equal(present, columns.filter((one) => one === `sales/${id}`).length, id);
        assert.equal(opening, 0, "all of them began today");
      }
    }
  });

  /** Any lead is moved to any stage, and some are won. */
  async function wander(steps: number): Promise<void> {
    const random = randomFrom(7);
    const any = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] ?? assert.fail();
    for (let step = 0; step < steps; step += 1) {
      const lead = any(await scene.leads());
      const to = any(["initial", "negotiation", "debate", "closing"]);
      if (lead.column === null) continue;
      await scene.moves(lead.id, `sales/${to}`, lead.funnel?.stage ?? null);
      if (step % 7 === 6) await scene.ends(lead.id, "won");
    }
  }

  it("counts what is present is worth by its currency, and adds no two of them up", async () => {
    await scene.writes("1", 1, buys);
    await scene.writes("2", 2, buys);
    const [a, b] = await scene.leads();
    await changeLead(scene.worker(), a?.id ?? "", { value: { amount: 250_000, currency: "CLP" } });
    await changeLead(scene.worker(), b?.id ?? "", { value: { amount: 4999, currency: "USD" } });
    const { stages } = await funnelStatistics(scene.workspaceId, "sales", 30);
    assert.deepEqual(stages[0]?.values, { CLP: 250_000, USD: 4999 });
  });
});
