import { deepEqual, equal } from "node:assert/strict";
import type { StatusEvent } from "@hilo/schema";
import { proofFor } from "../../../../functions/src/providers/message-proof.ts";
import { tagOf } from "../../../../functions/src/providers/meta-tag.ts";
import { bodyOf, change, read, samplesOf } from "./samples.ts";

const place = { workspaceId: "demo", channelId: "whatsapp" };
const ids = { conversationId: "abc234", messageId: "3f0c0f1e-4a55-4c61-9a4e-0d5ad6a3f001" };

function statusIn(status: object): StatusEvent {
  const about = { id: "wamid.OUT", timestamp: "1800000100", recipient_id: "56987654321" };
  const value = {
    metadata: { phone_number_id: "4440001" },
    statuses: [{ ...about, ...status }],
  };
  const [event] = read(change(value));
  equal(event?.type, "status");
  return event as StatusEvent;
}

describe("what becomes of a message on WhatsApp", () => {
  const words: [word: string, status: StatusEvent["status"]][] = [
    ["sent", "sent"],
    ["delivered", "delivered"],
    ["read", "read"],
    ["played", "read"],
    ["failed", "failed"],
  ];
  for (const [word, status] of words)
    it(`is ${status} when it is ${word}`, () => equal(statusIn({ status: word }).status, status));

  it("finds our message by the tag that was given along", () => {
    deepEqual(
      statusIn({ status: "delivered", biz_opaque_callback_data: tagOf({ ...place, ...ids }) }),
      {
        type: "status",
        account: "4440001",
        externalId: "wamid.OUT",
        at: 1_800_000_100_000,
        message: { ...ids, mark: proofFor(place, ids) },
        sender: { address: "+56987654321", phone: "+56987654321" },
        status: "delivered",
      },
    );
  });

  it("leaves another program's tag alone, and tells whom it went to", () => {
    const { message, sender } = statusIn({
      status: "read",
      biz_opaque_callback_data: "job_42",
      recipient_id: undefined,
      recipient_user_id: "CL.777",
    });
    deepEqual([message, sender?.address], [undefined, "CL.777"]);
  });

  it("says why it failed, in our words or, of an error nobody knows, in Meta's", () => {
    const failed = (error: object) => statusIn({ status: "failed", errors: [error] }).error;
    deepEqual(failed({ code: 131047, title: "Re-engagement message" }), {
      code: "131047",
      reason: "windowClosed",
      message: "More than 24 h since the last user message",
    });
    deepEqual(failed({ code: 199999, error_data: { details: "Something new" } }), {
      code: "199999",
      reason: "other",
      message: "Something new",
    });
    equal(statusIn({ status: "failed" }).error?.reason, "other");
  });

  it("is kept for somebody to look at when the word is new", () => {
    const value = { statuses: [{ id: "wamid.OUT", status: "teleported" }] };
    equal(read(change(value))[0]?.type, "unsupported");
  });

  for (const { event, body } of samplesOf("whatsapp", "webhook")) {
    if (event.startsWith("status_failed"))
      it(`is explained in ${event}`, () => {
        const [first] = read(body);
        equal(first?.type === "status" && first.error?.reason !== "other", true);
      });
  }
});

describe("errors of the account itself", () => {
  it("are told to the administrators when they come alone", () => {
    deepEqual(read(bodyOf("whatsapp", "value_errors"))[0], {
      type: "account",
      account: "106540352242922",
      level: "warning",
      code: "130429",
      text: "Throughput of the number exceeded: Message failed to send because there were too many messages sent from this phone number in a short period of time",
    });
    const [event] = read(change({ errors: [{ code: 131031, message: "locked" }] }));
    equal(event?.type === "account" && event.level, "error");
  });

  it("are the message's when they come beside one", () => {
    const messages = [{ id: "w", from: "56987654321", type: "interactive" }];
    const events = read(change({ messages, errors: [{ code: 131000 }] }));
    deepEqual(
      events.map(({ type }) => type),
      ["message"],
    );
  });
});
