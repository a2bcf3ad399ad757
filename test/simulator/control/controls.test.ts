import assert from "node:assert/strict";
import type { Behaviour } from "@hilo/simulator";
import { abilities } from "../../../simulator/src/page/data/abilities.ts";
import { type Sender, senders } from "../support/senders.ts";
import { standingPair } from "../support/standing-pair.ts";

const read: Behaviour = { read: "automatic", readAfter: 20 };

for (const sender of senders) {
  describe(`The controls of ${sender.channel}`, () => {
    const pair = standingPair({ smtpPort: 0, behaviour: { window: "open", pace: 20 } });
    pair.stand();

    const behave = (behaviour: Behaviour) =>
      pair.simulator.control.behave({ scope: "everybody", behaviour });
    const ours = () => {
      const threads = pair.simulator.control.threads();
      return threads.flatMap(({ entries }) => entries).find(({ from }) => from === "business");
    };

    it("refuse by code: nothing is taken, nothing is told", async () => {
      behave({ failure: { code: sender.refusal, at: "call" } });
      assert.equal(await sender.send(pair), false);
      await pair.simulator.control.settled();
      assert.equal(ours(), undefined);
      assert.deepEqual(pair.calls, []);
    });

    it("are on the page as far as they mean something", () => {
      const can = Object.entries(abilities).find(([id]) => id === sender.channel)?.[1];
      assert.equal(can?.reports ?? false, sender.told !== undefined);
      assert.equal(can?.reads ?? false, sender.course?.includes("read") ?? false);
    });

    const { told, course = [] } = sender;
    if (told) reports({ ...sender, told, course });
    else
      it("report nothing", async () => {
        assert.ok(await sender.send(pair));
        await pair.simulator.control.settled();
        assert.deepEqual(pair.calls, []);
      });

    function reports({ send, told, course, late }: Reporting): void {
      const last = course.at(-1);
      const heard = async () => {
        await pair.simulator.control.settled();
        return pair.calls.map(told);
      };

      it("report in order", async () => {
        behave(read);
        assert.ok(await send(pair));
        assert.deepEqual(await heard(), course);
        assert.equal(ours()?.status, last);
      });

      it("report late", async () => {
        behave({ ...read, late: 150 });
        assert.ok(await send(pair));
        const answered = Date.now();
        await pair.simulator.control.settled();
        assert.ok((pair.calls[0]?.at ?? 0) - answered >= 140);
        assert.deepEqual(await heard(), course);
      });

      it("report twice, each time with the very same call", async () => {
        behave({ ...read, doubled: true });
        assert.ok(await send(pair));
        const states = await heard();
        assert.deepEqual(states.toSorted(), [...course, ...course].sort());
        for (const state of course) {
          const [one, two] = pair.calls.filter((call) => told(call) === state);
          assert.deepEqual(one?.raw, two?.raw);
          assert.deepEqual(one?.headers, two?.headers);
        }
      });

      it("report out of order", async () => {
        behave({ ...read, disordered: true });
        assert.ok(await send(pair));
        assert.deepEqual(await heard(), course.toReversed());
        assert.equal(ours()?.status, last);
      });

      it("report nothing when dropped, though the message arrives", async () => {
        behave({ ...read, dropped: true });
        assert.ok(await send(pair));
        assert.deepEqual(await heard(), []);
        assert.equal(ours()?.status, last);
      });

      it("report before the call is answered", async () => {
        behave({ ...read, early: true, pace: 150 });
        assert.ok(await send(pair));
        assert.deepEqual(pair.calls.map(told), course.slice(0, 1));
        assert.deepEqual(await heard(), course);
      });

      if (late === undefined) return;
      it("report a failure by its code", async () => {
        behave({ failure: { code: late, at: "callback" } });
        assert.ok(await send(pair));
        const [failed = "", ...others] = (await heard()).reverse();
        assert.match(failed, new RegExp(`^(failed|undelivered) ${late.replaceAll(".", "\\.")}$`));
        assert.ok(others.every((state) => state === "sent"));
        assert.equal(ours()?.error, late);
      });
    }
  });
}

type Reporting = Pick<Sender, "send" | "late"> & Required<Pick<Sender, "told" | "course">>;
