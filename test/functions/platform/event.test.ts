import { equal, rejects } from "node:assert/strict";
import { Settings } from "@hilo/schema";
import { heed } from "../../../functions/src/platform/event.ts";

const event = (minutesAgo: number) => ({
  id: "1",
  type: "created",
  time: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
});

describe("an event of the database", () => {
  it("is heeded, and comes again when that failed", async () => {
    let heeded = 0;
    await heed(event(1), async () => {
      heeded += 1;
    });
    equal(heeded, 1);
    await rejects(
      heed(event(59), () => Promise.reject(new Error("busy"))),
      /busy/,
    );
  });

  it("is tried again where nobody delivers it again, until it has come through", async () => {
    let heeded = 0;
    const run = async () => {
      heeded += 1;
      if (heeded < 3) throw new Error("busy");
    };
    await heed(event(1), run, [1, 1]);
    equal(heeded, 3);
    heeded = 0;
    await rejects(heed(event(1), run, [1]), /busy/);
    equal(heeded, 2);
  });

  it("is let go once it is an hour old", async () => {
    await heed(event(61), () => Promise.reject(new Error("busy")));
  });

  it("is let go when its document cannot be read", async () => {
    await heed(event(1), async () => {
      Settings.parse({ name: 1 });
    });
  });
});
