import assert from "node:assert/strict";
import { dayAfter, dayOf, foldCounts, hourOf } from "@hilo/schema";
import type { Connection } from "../../functions/src/channels/connections.ts";
import { setStatus } from "../../functions/src/conversations/desk.ts";
import { recount } from "../../functions/src/conversations/recount.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { setClock } from "../../functions/src/platform/clock.ts";
import { db, plain } from "../../functions/src/platform/firestore.ts";
import { countingIn, forgetSettings } from "../../functions/src/settings/settings.ts";
import { settingsAt } from "../../functions/src/settings/store.ts";
import { count, type Happened, uncount } from "../../functions/src/stats/count.ts";
import { foldDays } from "../../functions/src/stats/folding.ts";
import { foldNow, foldToday, forgetFolded } from "../../functions/src/stats/now.ts";
import { responsesOn } from "../../functions/src/stats/responses.ts";
import { countsIn, isShard, statsOf, statsOn } from "../../functions/src/stats/store.ts";
import { countOperations } from "../bench/support/operations.ts";
import { countedIn } from "../support/counted.ts";
import "./addresses.ts";
import { noonOf } from "./noon.ts";
import { outboundMessage } from "./outbound.ts";
import { connectedByPhone, connectionTo, letter, phoned } from "./scene.ts";

const dayMs = 24 * 60 * 60 * 1000;
const timeZone = "America/Santiago";

describe("the figures of a workspace", () => {
  let workspaceId: string;
  let connection: Connection;
  /** Noon of the workspace's day. */
  let noon: number;
  let today: string;

  beforeEach(async () => {
    workspaceId = await connectedByPhone();
    connection = await connectionTo(workspaceId, "whatsapp");
    today = dayOf(Date.now(), timeZone);
    noon = noonOf(timeZone);
    setClock(() => noon);
  });
  afterEach(() => {
    setClock();
    forgetFolded();
  });

  const says = (person: number, at = noon) => {
    const sender = phoned(`+5691111${String(1000 + person)}`);
    return receive(connection, { ...letter(sender, 0, `m${person} ${at}`), at });
  };
  const document = async (id: string) => plain((await statsOf(workspaceId).doc(id).get()).data());
  const later = (days: number) => setClock(() => noon + days * dayMs);
  const night = () => foldDays(workspaceId, recount);

  async function happens(
    what: Happened,
    at: number,
    times: 1 | -1 = 1,
    conversationId = "c",
  ): Promise<void> {
    const batch = db().batch();
    (times > 0 ? count : uncount)(
      batch,
      { ...(await countingIn(workspaceId)), conversationId, at },
      what,
    );
    await batch.commit();
  }

  describe("in shards", () => {
    it("are divided as the settings say, and read whole however many these were", async () => {
      for (const person of [1, 2, 3]) await says(person);
      await settingsAt(workspaceId).update({ statsShards: 64 });
      forgetSettings();
      await Promise.all(Array.from({ length: 30 }, (_, n) => says(10 + n)));
      await happens({ answers: 1000 }, noon);
      const { docs } = await statsOn(workspaceId, today).get();
      const numbers = docs.filter(isShard).map(({ id }) => Number(id.split("-")[1]));
      assert.ok(Math.max(...numbers) >= 8 && numbers.length > 8, numbers.join());
      await foldToday(workspaceId);
      assert.equal(Object(await document("now")).received, 33);
      assert.equal((await responsesOn(workspaceId, [today])).responses, 1);
      later(1);
      await night();
      assert.equal(Object(await document(today)).received, 33);
    });

    it("count a conversation as resolved once, on the day when it last was", async () => {
      await says(1);
      const [conversation] = (await conversationsOf(workspaceId).get()).docs;
      const id = conversation?.id ?? assert.fail();
      const doer = { type: "member", id: "a", name: "A", requestId: "r", ip: "" } as const;
      const become = (status: "open" | "resolved") =>
        setStatus({ ...doer, workspaceId }, id, status);
      const resolved = async (day: string) => {
        const { docs } = await statsOn(workspaceId, day).get();
        return foldCounts(countsIn(docs)).resolved;
      };
      await become("resolved");
      assert.equal(await resolved(today), 1);
      later(1);
      await says(1, noon + dayMs);
      await become("resolved");
      assert.deepEqual([await resolved(today), await resolved(dayAfter(today))], [0, 1]);
      await become("open");
      assert.equal(await resolved(dayAfter(today)), 0);
    });

    it("count nothing on a day that is closed", async () => {
      await happens({ received: "sms" }, noon - 8 * dayMs);
      assert.equal((await countedIn(workspaceId)).received, 1);
      await happens({ received: "sms" }, noon - 9 * dayMs);
      assert.equal((await countedIn(workspaceId)).received, 1);
    });
  });

  describe("by night", () => {
    it("are folded into their day and their month", async () => {
      await says(1);
      await says(2);
      later(1);
      await night();
      const { foldedAt, day, ...counts } = Object(await document(today));
      assert.ok(foldedAt instanceof Date);
      assert.equal(day, today);
      assert.deepEqual(counts, await recount(workspaceId, today, timeZone));
      assert.deepEqual([counts.received, counts.conversations, counts.sent], [2, 2, 0]);
      assert.deepEqual(counts.receivedByHour, { [hourOf(noon, timeZone)]: 2 });
      const { month, days } = Object(await document(today.slice(0, 6)));
      assert.equal(month, today.slice(0, 6));
      assert.deepEqual(days[today.slice(6)], counts);
    });

    it("are folded anew on each of eight days that something was told of late, and on no other", async () => {
      await says(1);
      later(1);
      await night();
      const folds = async () => {
        const { docs } = await statsOf(workspaceId).where("day", ">", "").get();
        const own = docs.filter((doc) => !isShard(doc));
        return Object.fromEntries(own.map((doc) => [doc.id, doc.updateTime.valueOf()]));
      };
      const before = await folds();
      later(7);
      await says(1, noon + 1000);
      later(8);
      await night();
      assert.equal(Object(await document(today)).received, 2);
      const after = await folds();
      const again = Object.keys(before).filter((day) => before[day] !== after[day]);
      assert.deepEqual(again, [today]);
      later(9);
      await night();
      assert.equal((await folds())[today], after[today]);
    });

    it("say what the threads say, where the shards do not", async () => {
      await says(1);
      await happens({ received: "sms", begun: true }, noon);
      later(1);
      await night();
      const { received, conversations, receivedByPlatform } = Object(await document(today));
      assert.deepEqual([received, conversations, receivedByPlatform], [1, 1, { whatsapp: 1 }]);
    });

    it("forget the shortest wait of all, when its answer did not arrive", async () => {
      await says(1);
      const [conversation] = (await conversationsOf(workspaceId).get()).docs;
      for (const [id, waited, more] of [
        ["a", 50, { uncounted: { waitedSince: noon - 50 } }],
        ["b", 1000, {}],
      ] as const) {
        const message = { ...outboundMessage(), providerAt: noon, waitedSince: noon - waited };
        const ref = messageOf(workspaceId, conversation?.id ?? assert.fail(), id);
        await ref.set({ ...message, ...more });
        await happens({ sent: true, answers: waited }, noon);
      }
      await happens({ sent: true, answers: 50 }, noon, -1);
      assert.equal((await countedIn(workspaceId)).responseMin, 50);
      later(1);
      await night();
      const { sent, responses, responseMs, responseMin } = Object(await document(today));
      assert.deepEqual([sent, responses, responseMs, responseMin], [1, 1, 1000, 1000]);
    });
  });

  describe("of answers", () => {
    it("are of all days asked for, each once: folded, not folded yet, or without any", async () => {
      for (const day of [0, 1, 2]) {
        later(day);
        for (const shard of ["c", "d"])
          await happens({ answers: 1000 }, noon + day * dayMs, 1, shard);
      }
      const [first, second, third] = [today, dayAfter(today), dayAfter(today, 2)];
      const folded = { responses: 2, responseHistogram: { 0: 2 } };
      for (const day of [first, second])
        await statsOf(workspaceId)
          .doc(day)
          .set({ day, ...folded });
      const on = async (...days: string[]) => {
        const { responses, responseHistogram } = await responsesOn(workspaceId, days);
        return [responses, responseHistogram[0]];
      };
      assert.deepEqual(await on(first, second, third, dayAfter(today, 3)), [6, 6]);
      assert.deepEqual(await on(third, dayAfter(third, -1)), [4, 4]);
      assert.deepEqual(await on(dayAfter(today, -1), third), [2, 2]);
    });
  });

  describe("each minute", () => {
    it("are folded where something was counted, into one document that nothing sums", async () => {
      setClock();
      await says(1, Date.now());
      await foldNow();
      const now = Object(await document("now"));
      assert.deepEqual(now, { today, ...(await countedIn(workspaceId)) });
      await says(2, Date.now());
      await foldNow();
      assert.equal(Object(await document("now")).received, 2);
    });

    it("are written only where they changed", async () => {
      await says(1);
      await foldToday(workspaceId);
      const { writes } = await countOperations(1, () => foldToday(workspaceId));
      assert.equal(writes, 0);
    });

    it("cost one read and no write, for all workspaces, while nothing happens", async () => {
      await says(1);
      forgetFolded();
      // Beyond the times that other tests hold.
      later(365 * 40);
      assert.deepEqual(await countOperations(1, foldNow), { reads: 1, writes: 0, rpcs: 1 });
    });

    it("begin anew with the day", async () => {
      await says(1);
      await foldToday(workspaceId);
      later(1);
      await foldToday(workspaceId);
      assert.deepEqual(await document("now"), { today: dayAfter(today), ...foldCounts([]) });
    });
  });
});
