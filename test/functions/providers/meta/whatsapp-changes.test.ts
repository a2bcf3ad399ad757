import { deepEqual, equal } from "node:assert/strict";
import type { InboundEvent } from "@hilo/schema";
import { bodyOf, fromMarta, messageIn, read } from "./samples.ts";

describe("what somebody does to a message on WhatsApp", () => {
  function changeIn(message: object): InboundEvent | undefined {
    const events = read(fromMarta(message));
    equal(events.length, 1);
    return events[0];
  }
  const change = (message: object) => {
    const event = changeIn(message);
    return event?.type === "change" ? [event.target, event.change] : event?.type;
  };

  it("is a reaction, or one taken back", () => {
    const by = "CL.777";
    deepEqual(change({ type: "reaction", reaction: { message_id: "wamid.T", emoji: "🔥" } }), [
      "wamid.T",
      { kind: "reaction", emoji: "🔥", by },
    ]);
    for (const emoji of [undefined, ""])
      deepEqual(change({ type: "reaction", reaction: { message_id: "wamid.T", emoji } }), [
        "wamid.T",
        { kind: "reaction", emoji: "", by },
      ]);
  });

  it("is an edit of a text or a caption", () => {
    const edits = [
      { type: "text", text: { body: "nuevo" } },
      { type: "image", image: { id: "1", caption: "nuevo" } },
    ];
    for (const message of edits)
      deepEqual(change({ type: "edit", edit: { original_message_id: "wamid.O", message } }), [
        "wamid.O",
        { kind: "edit", text: "nuevo" },
      ]);
  });

  it("is a deletion", () => {
    deepEqual(change({ type: "revoke", revoke: { original_message_id: "wamid.O" } }), [
      "wamid.O",
      { kind: "delete" },
    ]);
  });

  it("is kept for somebody to look at when it names no message", () => {
    for (const type of ["reaction", "edit", "revoke"]) equal(change({ type }), "unsupported");
  });
});

describe("what the business does in the phone's own app", () => {
  const echoed = (message: object) => {
    const about = { from: "56227654321", to: "56987654321", to_user_id: "CL.777" };
    const value = {
      metadata: { phone_number_id: "4440001" },
      message_echoes: [{ ...about, id: "wamid.E", timestamp: "1800000001", ...message }],
    };
    const entry = { id: "5550001", changes: [{ field: "smb_message_echoes", value }] };
    return read({ object: "whatsapp_business_account", entry: [entry] })[0];
  };

  it("is an echo to the customer", () => {
    const event = echoed({ type: "text", text: { body: "Vamos" } });
    equal(event?.type === "message" && event.echo, true);
    deepEqual(event?.type === "message" && event.sender, {
      address: "+56987654321",
      phone: "+56987654321",
      userId: "CL.777",
    });
  });

  it("may be an edit, a deletion or a reaction of ours", () => {
    const edit = { original_message_id: "wamid.O", message: { type: "text", text: { body: "b" } } };
    const done = [
      echoed({ type: "edit", edit }),
      echoed({ type: "revoke", revoke: { original_message_id: "wamid.O" } }),
      echoed({ type: "reaction", reaction: { message_id: "wamid.O", emoji: "👍" } }),
    ];
    deepEqual(
      done.map((event) => event?.type === "change" && event.change),
      [
        { kind: "edit", text: "b" },
        { kind: "delete" },
        { kind: "reaction", emoji: "👍", by: "us" },
      ],
    );
  });

  it("is read from the recorded sample", () => {
    equal(messageIn(bodyOf("whatsapp", "smb_message_echo")).echo, true);
  });
});
