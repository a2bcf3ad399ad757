import { deepEqual, equal } from "node:assert/strict";
import type { InboundEvent } from "@hilo/schema";
import { proofFor } from "../../../../functions/src/providers/message-proof.ts";
import { tagOf } from "../../../../functions/src/providers/meta-tag.ts";
import { bodyOf, messageIn, pageEcho, pageEvent, read } from "./samples.ts";

const only = (body: unknown, settings = {}): InboundEvent => {
  const events = read(body, settings);
  equal(events.length, 1, JSON.stringify(events));
  return events[0] as InboundEvent;
};

describe("messages of the page itself", () => {
  const place = { workspaceId: "demo", channelId: "messenger" };
  const ids = { conversationId: "conv2", messageId: "3f0c0f1e-4a55-4c61-9a4e-0d5ad6a3f002" };
  const metadata = tagOf({ ...place, ...ids });

  it("are ours by the tag we gave along: they were sent", () => {
    deepEqual(only(pageEcho({ mid: "m_o", text: "x", app_id: 1, metadata })), {
      type: "status",
      account: "7788",
      externalId: "m_o",
      at: 1_800_000_000_123,
      sender: { address: "3141" },
      message: { ...ids, mark: proofFor(place, ids) },
      status: "sent",
    });
  });

  it("are echoes when they were written elsewhere", () => {
    const event = messageIn(pageEcho({ mid: "m_e", text: "desde la app", app_id: 26390203743090 }));
    deepEqual([event.echo, event.sender.address, event.text], [true, "3141", "desde la app"]);
    equal(messageIn(bodyOf("messenger", "echo_own_app")).echo, true);
  });

  const app: [
    name: string,
    object: "page" | "instagram",
    id: unknown,
    own: string,
    type: string,
  ][] = [
    ["by our app's id", "page", 1517, "1517", "ignored"],
    ["of another app", "page", 99, "1517", "message"],
    ["of any app on Messenger, without our app's id", "page", 99, "", "message"],
    ["of any app on Instagram, without our app's id", "instagram", 99, "", "ignored"],
    ["of the page's inbox on Instagram", "instagram", "26390203743090", "", "message"],
    ["of a person on Instagram", "instagram", undefined, "", "message"],
  ];
  for (const [name, object, id, appId, type] of app) {
    it(`are told apart: ${name}`, () => {
      const settings: Record<string, string> = appId ? { appId } : {};
      equal(only(pageEcho({ mid: "m_x", text: "x", app_id: id }, object), settings).type, type);
    });
  }
});

describe("what happens to messages of a page", () => {
  it("is that they were delivered or read up to a time", () => {
    const until = 1_799_999_999_000;
    const told = { type: "watermark", account: "7788", sender: { address: "3141" } };
    const mids = ["m_1"];
    deepEqual(only(pageEvent({ delivery: { mids, watermark: until } })), {
      ...told,
      status: "delivered",
      until,
    });
    deepEqual(only(pageEvent({ read: { watermark: until } })), { ...told, status: "read", until });
    deepEqual(only(pageEvent({ read: { mid: "aW_1" } }, "instagram")), {
      ...told,
      status: "read",
      until: 1_800_000_000_123,
    });
  });

  it("is a reaction, by its emoji or its name, or one taken back", () => {
    const emoji = (reaction: object) => {
      const event = only(pageEvent({ reaction: { mid: "m_1", ...reaction } }));
      return event.type === "change" && event.change.kind === "reaction" && event.change.emoji;
    };
    equal(emoji({ action: "react", emoji: "😮", reaction: "wow" }), "😮");
    equal(emoji({ action: "react", reaction: "sad" }), "😢");
    equal(emoji({ action: "react", reaction: "constructor" }), "👍");
    equal(emoji({ action: "unreact", emoji: "😮" }), "");
  });

  it("is an edit or a deletion", () => {
    const changes = [
      { message_edit: { mid: "m_1", text: "mejor así", num_edit: 2 } },
      { message: { mid: "m_1", is_deleted: true } },
    ].map((event) => only(pageEvent(event)));
    deepEqual(
      changes.map((event) => event.type === "change" && [event.target, event.change]),
      [
        ["m_1", { kind: "edit", text: "mejor así" }],
        ["m_1", { kind: "delete" }],
      ],
    );
  });

  it("is nothing when Instagram tells of an edit that was none", () => {
    const nobody = { sender: undefined, message_edit: { mid: "m_1", num_edit: 0 } };
    equal(only(pageEvent(nobody, "instagram")).type, "ignored");
  });
});

describe("what else happens at a page", () => {
  it("is that somebody stops or allows its topics", () => {
    const wish = (more: object) => {
      const event = only(pageEvent({ optin: { type: "notification_messages", ...more } }));
      return event.type === "consent" && [event.consent, event.scope];
    };
    deepEqual(wish({}), ["start", "marketing"]);
    deepEqual(wish({ notification_messages_status: "STOP_NOTIFICATIONS" }), ["stop", "marketing"]);
    equal(only(pageEvent({ optin: { ref: "x" } })).type, "ignored");
  });

  it("is that Meta blocks the page, or lets it send again", () => {
    const level = (action: string) => {
      const event = only(pageEvent({ sender: undefined, policy_enforcement: { action } }));
      return event.type === "account" && event.level;
    };
    deepEqual([level("block"), level("unblock")], ["error", "info"]);
  });

  it("is that a utility template was decided about", () => {
    const value = {
      event: "APPROVED",
      message_template_name: "p",
      message_template_language: "es",
    };
    const changes = [{ field: "message_template_status_update", value }];
    const event = only({ object: "page", entry: [{ id: "7788", changes }] });
    deepEqual(event.type === "template" && [event.account, event.status], ["7788", "APPROVED"]);
  });

  it("is kept for somebody to look at when nobody knows it", () => {
    equal(only(pageEvent({ teleport: { to: "x" } })).type, "unsupported");
    equal(
      only({ object: "page", entry: [{ id: "1", changes: [{ field: "new", value: {} }] }] }).type,
      "unsupported",
    );
    equal(only({ object: "page", entry: [{ id: "1" }] }).type, "unsupported");
  });

  it("belongs to another app on standby, even a press without its payload", () => {
    const standby = [{ sender: { id: "1" }, postback: { title: "x" } }, { message: { mid: "m" } }];
    const events = read({ object: "instagram", entry: [{ id: "1", standby }] });
    deepEqual(
      events.map(({ type }) => type),
      ["ignored", "ignored"],
    );
  });
});
