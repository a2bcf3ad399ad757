import assert from "node:assert/strict";
import {
  counterEntries,
  type DayCounts,
  dayAfter,
  dayOf,
  foldCounts,
  openDays,
} from "@hilo/schema";
import { newId, setClock } from "../../functions/src/platform/clock.ts";
import { db } from "../../functions/src/platform/firestore.ts";
import { log } from "../../functions/src/platform/log.ts";
import { countingIn } from "../../functions/src/settings/settings.ts";
import { settingsAt } from "../../functions/src/settings/store.ts";
import { count, type Happened } from "../../functions/src/stats/count.ts";
import { foldDays, type Recount } from "../../functions/src/stats/folding.ts";
import { foldNow, foldToday, forgetFolded } from "../../functions/src/stats/now.ts";
import { isShard, statsOf, statsOn } from "../../functions/src/stats/store.ts";
import { countOperations } from "../bench/support/operations.ts";
import { noonOf } from "./noon.ts";
import { freshWorkspace } from "./workspace.ts";

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
/** From noon to the evening, when it is the next day already in UTC. */
const late = 10 * hourMs;
const timeZone = "America/Santiago";

describe("the nights and minutes of a workspace's figures", () => {
  let workspaceId: string;
  /** Noon of the workspace's day. */
  let noon: number;
  let today: string;
  /** What the rows of each day say; of other days, nothing. */
  let rows: Record<string, Partial<DayCounts>>;
  let told: string[];
  const { error } = log;

  beforeEach(async () => {
    workspaceId = await freshWorkspace();
    today = dayOf(Date.now(), timeZone);
    noon = noonOf(timeZone);
    later(0);
    rows = {};
    told = [];
    log.error = (event, fields = {}) => void told.push(`${event} ${fields.counters ?? fields.day}`);
  });
  afterEach(() => {
    setClock();
    log.error = error;
  });
  after(forgetFolded);

  const later = (days: number) => setClock(() => noon + days * dayMs);
  const inRows: Recount = async (_, day) => foldCounts([rows[day] ?? {}]);
  const night = (recount = inRows) => foldDays(workspaceId, recount);
  const fold = async (id: string) => (await statsOf(workspaceId).doc(id).get()).data();

  /** Counted in a shard. */
  async function happens(at: number, what: Happened = { received: "sms" }, of = workspaceId) {
    const batch = db().batch();
    count(batch, { ...(await countingIn(of)), conversationId: newId(), at }, what);
    await batch.commit();
  }

  it("name in each shard the minute in which it last counted, whole", async () => {
    setClock(() => noon + 12_345);
    await happens(noon);
    const { docs } = await statsOn(workspaceId, today).get();
    assert.deepEqual(
      docs.map((doc) => doc.get("changedAt").toMillis() % 60_000),
      [0],
    );
  });

  it("count yesterday again though nothing says that it changed, and days before that not", async () => {
    await happens(noon);
    const received = async (inThread: number) => {
      rows[today] = { received: inThread };
      await night();
      return (await fold(today))?.received;
    };
    later(1);
    assert.deepEqual([await received(1), await received(2)], [1, 2]);
    later(2);
    assert.equal(await received(3), 2);
  });

  it("fold the eight days that are open, though no night ever did, and leave one that is closed", async () => {
    const open = dayAfter(today);
    for (const day of [0, 1]) {
      later(day);
      await happens(noon + day * dayMs);
    }
    rows = { [today]: { received: 1 }, [open]: { received: 1 } };
    later(openDays + 1);
    await night();
    assert.equal(await fold(today), undefined);
    assert.equal((await fold(open))?.received, 1);
  });

  it("keep of a month each day that was folded, whenever that was", async () => {
    // The month before, as the first of a month has none of its own yet.
    const first = dayMs * (31 - Number(today.slice(6)));
    const on = (day: number) => noon + first + day * dayMs;
    const received: (number | undefined)[] = [];
    for (const day of [3, 4]) {
      setClock(() => on(day + 1));
      const name = dayOf(on(day), timeZone);
      rows[name] = { received: day };
      await night();
    }
    for (const day of [3, 4]) {
      const name = dayOf(on(day), timeZone);
      received.push((await fold(name.slice(0, 6)))?.days[name.slice(6)]?.received);
    }
    assert.deepEqual(received, [3, 4]);
  });

  it("fold again what was counted while they counted", async () => {
    await happens(noon);
    rows[today] = { received: 1 };
    later(1);
    await night(async (...of) => {
      const counted = await inRows(...of);
      if (of[1] === today) await happens(noon);
      return counted;
    });
    assert.equal((await fold(today))?.received, 1);
    rows[today] = { received: 2 };
    later(2);
    await night();
    assert.equal((await fold(today))?.received, 2);
  });

  it("tell which counters said something else than the rows, and nothing where they agree", async () => {
    await happens(noon, { answers: 1000 });
    const { docs } = await statsOn(workspaceId, today).get();
    const [shard] = docs;
    rows[today] = { ...foldCounts([shard?.data() ?? {}]) };
    later(1);
    await night();
    await shard?.ref.update({ responseMin: 1, responseMax: 5000 });
    await night();
    assert.deepEqual(told, []);
    await shard?.ref.update({ leads: 7, "responseHistogram.3": 1 });
    await night();
    assert.deepEqual(told, ["stats.drift leads, responseHistogram"]);
  });

  it("go on where a day cannot be counted, and say which was not", async () => {
    const next = dayAfter(today);
    later(2);
    rows[next] = { received: 1 };
    const failing: Recount = (...of) =>
      of[1] === today ? Promise.reject(new Error("broken")) : inRows(...of);
    await assert.rejects(night(failing), new RegExp(`Not folded: ${today}$`));
    assert.ok(told.includes(`stats.unfolded ${today}`), told.join());
    assert.equal((await fold(next))?.received, 1);
    assert.equal(await fold(today), undefined);
  });

  it("are of the days in the workspace's zone, also when the next has begun elsewhere", async () => {
    const zones = new Set<string>();
    setClock(() => noon + dayMs + late);
    await night(async (...of) => {
      zones.add(of[2]);
      return inRows(...of);
    });
    const { docs } = await statsOf(workspaceId).where("day", ">", "").get();
    assert.equal(docs.at(-1)?.id, today, "yesterday is the last");
    assert.deepEqual([...zones], [timeZone]);
  });

  it("fold what its shards hold, and not what it was folded to before", async () => {
    await happens(noon);
    const [shard] = (await statsOn(workspaceId, today).get()).docs;
    rows[today] = foldCounts([shard?.data() ?? {}]);
    later(1);
    await night();
    await night();
    assert.deepEqual(told, []);
  });

  it("close a day when it is no more of the last eight in the workspace's zone", async () => {
    setClock(() => noon + late - 1);
    const counted = async (daysAgo: number) => {
      const at = noon + late - daysAgo * dayMs;
      await happens(at);
      const { docs } = await statsOn(workspaceId, dayOf(at, timeZone)).get();
      return docs.length;
    };
    assert.deepEqual([await counted(openDays), await counted(openDays + 1)], [1, 0]);
  });

  describe("each minute", () => {
    const now = async (): Promise<number | undefined> => (await fold("now"))?.received;
    /** Long after what other tests count, of which a minute would fold all. */
    const at = Date.UTC(2046, 10, 30, 12);
    beforeEach(() => {
      forgetFolded();
      setClock(() => at);
    });

    it("are looked at once while nothing new is counted, in the same minute, too", async () => {
      await happens(at);
      await foldNow();
      assert.deepEqual(await countOperations(1, foldNow), { reads: 1, writes: 0, rpcs: 1 });
    });

    it("are folded of every workspace but one that cannot be, and of that one as soon as it can", async () => {
      const broken = statsOf(workspaceId).doc("now");
      await broken.set({ today: 5 });
      await happens(at);
      const other = await freshWorkspace();
      await happens(at, { received: "sms" }, other);
      await foldNow();
      assert.equal((await statsOf(other).doc("now").get()).get("received"), 1);
      await broken.delete();
      await foldNow();
      assert.equal(await now(), 1);
    });

    it("are folded once, however many shards of a workspace changed", async () => {
      await settingsAt(workspaceId).update({ statsShards: 64 });
      for (let i = 0; i < 12; i += 1) await happens(at);
      const { docs } = await statsOn(workspaceId, dayOf(at, timeZone)).get();
      assert.ok(docs.length > 1);
      assert.equal((await countOperations(1, foldNow)).writes, 1);
    });

    it("are written where any one counter changed", async () => {
      await happens(at);
      const [shard] = (await statsOn(workspaceId, dayOf(at, timeZone)).get()).docs;
      for (const [name, { kind }] of counterEntries) {
        const value = kind === "map" ? { a: 7 } : 7;
        await shard?.ref.update({ [name]: value });
        await foldToday(workspaceId);
        assert.deepEqual((await fold("now"))?.[name], value, name);
      }
    });

    it("are of the shards alone, also of a day that was folded before it was over", async () => {
      await happens(at);
      const day = dayOf(at, timeZone);
      await statsOf(workspaceId).doc(day).set({ day, received: 5 });
      await foldToday(workspaceId);
      assert.equal(await now(), 1);
    });

    it("have no day of their own, which whoever adds up days would add", async () => {
      await happens(at);
      await foldToday(workspaceId);
      const { docs } = await statsOf(workspaceId).where("day", ">", "").get();
      assert.ok(docs.length > 0 && docs.every(isShard));
    });

    it("are of the day in the workspace's zone", async () => {
      await settingsAt(workspaceId).update({ timeZone: "Pacific/Kiritimati" });
      await foldToday(workspaceId);
      assert.equal((await fold("now"))?.today, "20461201");
    });
  });
});
