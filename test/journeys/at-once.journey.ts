import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { db } from "../../functions/src/platform/firestore.ts";
import { house } from "../support/house.ts";
import { postTwilio } from "../support/twilio.ts";
import { eventually } from "../support/wait.ts";
import { formOf, newCustomer } from "./customers.ts";
import { demo, welcomed } from "./records.ts";

/** What the emulator runs of functions, each in a process of its own, and what waits for that. */
type Work = { running: number; waiting: number };

/** As the emulator itself wrote it down with each change, from a place in its log on. */
function workSince(place: number): Work[] {
  const states = log()
    .slice(place)
    .matchAll(/"queueLength":(\d+),.*?"workRunningCount":(\d+)/g);
  return [...states].map(([, waiting, running]) => ({
    running: Number(running),
    waiting: Number(waiting),
  }));
}

function log(): string {
  return readFileSync(join(process.env.HILO_RUN_FOLDER ?? "", "firebase-debug.log"), "utf8");
}

describe("what the development house does at once", () => {
  // Sixteen processes start.
  it("is sixteen requests and events at most; what comes beside them waits, and is done", async () => {
    const customer = newCustomer();
    const say = (form: Record<string, string>) =>
      postTwilio(house.baseUrl, customer.channelId, form);
    await say(formOf(customer, "Primero"));
    await welcomed(customer);
    const conversation = db().doc(`workspaces/${demo}/conversations/${customer.conversationId}`);
    // The same again and again is one message: no events of many come after it.
    const next = formOf(customer, "Segundo");
    const place = log().length;
    const sent = await db().runTransaction(async (transaction) => {
      // Who has read it keeps it to themselves: each of these waits, wherever it runs.
      await transaction.get(conversation);
      const all = Array.from({ length: 20 }, () => say(next));
      await eventually(() =>
        workSince(place).some(
          ({ running, waiting }) => running >= 16 && running + waiting >= all.length,
        ),
      );
      return { all };
    });
    const answers = await Promise.all(sent.all);
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    assert.equal(Math.max(...workSince(place).map(({ running }) => running)), 16);
  });
});
