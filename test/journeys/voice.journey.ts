import assert from "node:assert/strict";
import { hash } from "../../functions/src/platform/crypto.ts";
import { eventually } from "../support/wait.ts";
import { type Customer, newCustomer, writes } from "./customers.ts";
import { threadOf } from "./records.ts";
import { act, problemIn, textMessage, tokenOf } from "./staff.ts";

const channelId = "twilio-voice";

function newCaller(): Customer {
  const { phone, ...customer } = newCustomer("sms");
  return { ...customer, phone, channelId, conversationId: hash(channelId, phone) };
}

/** The customer calls; gives the call's entry once it says what it should. */
async function calls(call: object, check: (entry: Awaited<ReturnType<typeof entryOf>>) => void) {
  const caller = newCaller();
  await writes(caller, { channel: "voice", call });
  return eventually(async () => {
    const entry = await entryOf(caller);
    check(entry);
    return { caller, entry };
  });
}

async function entryOf(caller: Customer) {
  const entries = (await threadOf(caller)).filter(({ kind }) => kind === "call");
  assert.equal(entries.length, 1);
  return entries[0] ?? assert.fail();
}

describe("a telephone call", () => {
  it("that was taken is in the timeline, with its recording", async () => {
    await calls({ seconds: 65, recording: true }, ({ call, attachments, direction }) => {
      assert.equal(direction, "inbound");
      assert.deepEqual([call?.state, call?.durationMs], ["completed", 65_000]);
      assert.deepEqual(
        attachments.map(({ type, state }) => [type, state]),
        [["audio/mpeg", "ready"]],
      );
    });
  });

  it("that nobody took is missed", async () => {
    await calls({ outcome: "no-answer" }, ({ call }) => assert.equal(call?.state, "missed"));
  });

  it("of ours is ours, and says whether a machine answered", async () => {
    const order = { direction: "outbound", answeredBy: "machine_start" };
    await calls(order, ({ call, direction, echo }) => {
      assert.deepEqual([direction, echo, call?.state], ["outbound", true, "completed"]);
      assert.equal(call?.answeredBy, "machine");
    });
  });

  it("takes no answer in writing", async () => {
    const { caller } = await calls({}, ({ call }) => assert.equal(call?.state, "completed"));
    problemIn(await act(await tokenOf("agent"), caller, "messages", textMessage()), "invalid");
  });
});
