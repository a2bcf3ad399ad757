import { deepEqual, equal } from "node:assert/strict";
import type { InboundEvent } from "@hilo/schema";
import { bodyOf, change, fixture, read } from "./samples.ts";

function only(body: unknown): InboundEvent {
  const events = read(body);
  equal(events.length, 1, JSON.stringify(events));
  return events[0] as InboundEvent;
}

describe("what Meta decides about templates", () => {
  const about = {
    message_template_id: 7_100_200_300,
    message_template_name: "aviso_f29",
    message_template_language: "es_CL",
  };
  const told = (value: object, field = "message_template_status_update") => {
    const { externalId: _, ...event } = only(
      change({ ...about, ...value }, field, 1_800_000_000),
    ) as {
      externalId?: string;
    };
    return event;
  };
  const common = {
    type: "template",
    account: "5550001",
    at: 1_800_000_000_000,
    name: "aviso_f29",
    language: "es_CL",
    templateId: "7100200300",
  };

  it("is a state in Meta's words, and why", () => {
    deepEqual(told({ event: "APPROVED", reason: "NONE" }), { ...common, status: "APPROVED" });
    deepEqual(told({ event: "REJECTED", reason: "TAG_CONTENT_MISMATCH" }), {
      ...common,
      status: "REJECTED",
      reason: "TAG_CONTENT_MISMATCH",
    });
    const paused = { event: "PAUSED", reason: null, other_info: { title: "SECOND_PAUSE" } };
    deepEqual(told(paused), { ...common, status: "PAUSED", reason: "SECOND_PAUSE" });
  });

  it("may be a quality or a category", () => {
    deepEqual(told({ new_quality_score: "RED" }, "message_template_quality_update"), {
      ...common,
      quality: "RED",
    });
    deepEqual(told({ new_category: "MARKETING" }, "template_category_update"), {
      ...common,
      category: "MARKETING",
    });
  });

  it("is another event each time, and the same one when it comes twice", () => {
    const id = (value: object, at: number) => {
      const body = change({ ...about, ...value }, "message_template_status_update", at);
      const event = only(body);
      return event.type === "template" ? event.externalId : "";
    };
    equal(id({ event: "PAUSED" }, 1), id({ event: "PAUSED" }, 1));
    equal(new Set([id({ event: "PAUSED" }, 1), id({ event: "PAUSED" }, 2)]).size, 2);
    equal(new Set([id({ event: "PAUSED" }, 1), id({ event: "APPROVED" }, 1)]).size, 2);
  });

  it("is kept for somebody to look at when it names no template", () => {
    equal(
      only(change({ event: "APPROVED" }, "message_template_status_update")).type,
      "unsupported",
    );
  });
});

type Notice = [field: string, value: object, level: string, text: string];

const notices: Notice[] = [
  [
    "account_update",
    {
      event: "ACCOUNT_RESTRICTION",
      restriction_info: [{ restriction_type: "RESTRICTED_SENDING" }],
    },
    "error",
    "account update · ACCOUNT_RESTRICTION · RESTRICTED_SENDING",
  ],
  ["account_update", { event: "PARTNER_ADDED" }, "info", "account update · PARTNER_ADDED"],
  [
    "account_update",
    { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "DISABLE" } },
    "error",
    "account update · DISABLED_UPDATE · DISABLE",
  ],
  [
    "account_update",
    { event: "ACCOUNT_VIOLATION", violation_info: { violation_type: "SPAM" } },
    "warning",
    "account update · ACCOUNT_VIOLATION · SPAM",
  ],
  [
    "phone_number_quality_update",
    { event: "DOWNGRADE", current_limit: "TIER_250", display_phone_number: "56" },
    "warning",
    "phone number quality update · DOWNGRADE · TIER_250",
  ],
  [
    "phone_number_name_update",
    { decision: "REJECTED", requested_verified_name: "Hilo", rejection_reason: "NAME_FORMAT" },
    "warning",
    "phone number name update · REJECTED · Hilo · NAME_FORMAT",
  ],
  [
    "account_alerts",
    { alert_severity: "CRITICAL", alert_type: "OBA_APPROVED", alert_description: "x" },
    "error",
    "account alerts · OBA_APPROVED · x",
  ],
  [
    "business_capability_update",
    { max_daily_conversation_per_phone: 1000 },
    "info",
    "business capability update · business_capability_update · 1000",
  ],
];

describe("notices about a WhatsApp account", () => {
  for (const [field, value, level, text] of notices) {
    it(`tell: ${text}`, () => {
      const event = only(change(value, field));
      deepEqual(event.type === "account" && [event.account, event.level, event.text], [
        "5550001",
        level,
        text,
      ]);
    });
  }

  it("are not made of fields nobody knows", () => {
    equal(only(change({ event: "X" }, "brand_new_field")).type, "unsupported");
    equal(only(change({ event: "X" }, "constructor")).type, "unsupported");
  });

  it("are not made of what means nothing here", () => {
    for (const field of ["smb_app_state_sync", "flows"])
      equal(only(change({}, field)).type, "ignored");
  });
});

describe("wishes about marketing on WhatsApp", () => {
  const wish = (value: string) => {
    const preference = {
      wa_id: "56987654321",
      category: "marketing_messages",
      value,
      timestamp: 18,
    };
    const body = { metadata: { phone_number_id: "44" }, user_preferences: [preference] };
    return only(change(body, "user_preferences"));
  };

  it("stop or allow marketing, and nothing else", () => {
    const wanted = { stop: "stop", resume: "start", signup: "start" };
    for (const [value, consent] of Object.entries(wanted)) {
      const event = wish(value);
      deepEqual(event.type === "consent" && [event.consent, event.scope, event.sender.phone], [
        consent,
        "marketing",
        "+56987654321",
      ]);
    }
    equal(wish("whatever").type, "unsupported");
  });

  it("are read from the sample", () => {
    equal(only(bodyOf("whatsapp", "user_preferences_resume")).type, "consent");
  });
});

describe("calls on WhatsApp", () => {
  const call = (told: object) => {
    const about = {
      id: "wacid.1",
      from: "56987654321",
      to: "56227654321",
      timestamp: "1800000000",
    };
    const event = only(change({ calls: [{ ...about, ...told }] }, "calls"));
    return event.type === "call" ? { ...event.call, with: event.sender?.address } : event.type;
  };
  const customer = { with: "+56987654321" };

  it("ring, are missed, or last", () => {
    const direction = "inbound" as const;
    deepEqual(call({ event: "connect", direction: "USER_INITIATED" }), {
      ...customer,
      direction,
      state: "ringing",
      sequence: 1,
    });
    deepEqual(call({ event: "terminate", status: "FAILED", direction: "USER_INITIATED" }), {
      ...customer,
      direction,
      state: "missed",
      sequence: 9,
    });
    deepEqual(call({ event: "terminate", status: "COMPLETED", duration: 95 }), {
      ...customer,
      direction,
      state: "completed",
      sequence: 9,
      durationMs: 95_000,
    });
  });

  it("of the business are with whom it called", () => {
    const told = call({
      event: "terminate",
      status: "FAILED",
      direction: "BUSINESS_INITIATED",
      from: "56227654321",
      to: "56987654321",
    });
    deepEqual(told, { ...customer, direction: "outbound", state: "failed", sequence: 9 });
  });

  it("tell how far one of the business has come", () => {
    const states = ["RINGING", "ACCEPTED", "REJECTED", "WHAT"].map((status) => {
      const told = { id: "wacid.1", type: "call", status, recipient_id: "56987654321" };
      const event = only(change({ statuses: [told] }, "calls"));
      return event.type === "call" ? event.call.state : event.type;
    });
    deepEqual(states, ["ringing", "inProgress", "missed", "unsupported"]);
  });
});

const recorded = [
  ...["account_update", "call_connect", "call_permission_update", "call_status", "call_terminate"],
  ...["callback_button", "callback_selection", "deleted_message", "edited_message"],
  ...["flow_completion", "message", "message_status", "outgoing_message", "system"],
  ...["template_category_update", "template_components_update", "template_quality_update"],
  ...["template_status_update", "user_marketing_preferences"],
];

describe("payloads that others recorded", () => {
  for (const name of recorded) {
    for (const [kind, body] of Object.entries(
      fixture<Record<string, object>>(`pywa/${name}.json`),
    )) {
      // One file keeps an entry beside its envelope.
      if (!("object" in body)) continue;
      it(`are all known: ${name}, ${kind}`, () => {
        const types = read(body).map(({ type }) => type);
        equal(types.length > 0 && !types.includes("unsupported"), true, types.join());
      });
    }
  }
});
