import {
  type Conversation,
  FailureReason,
  type Message,
  type Platform,
  type Provider,
  SystemEvent,
} from "@hilo/schema";
import type { Where } from "./entries.ts";
import { at, day, theirs } from "./trouble-words.ts";

type Entry = Partial<Message>;
export type Dialogue = [where: Where, entries: Entry[], changes: Partial<Conversation>];

const named = (name: string) => ({ name, avatar: null, country: null });

function on(provider: Provider, platform: Platform): Where {
  return { channelId: `${provider}-${platform}`, provider, platform };
}

/** Conversations of people known by nothing but an address, with everything that messages may be. */
export function dialogues(self: string): Dialogue[] {
  const whatsapp = on("meta", "whatsapp");
  const old = {
    lastMessageAt: at - 400 * day,
    lastInboundAt: at - 400 * day,
    replyUntil: at - day,
  };
  const phone = {
    address: "+56981234567",
    contact: named("+56981234567"),
    contactId: "known",
    leadId: "n4",
  };
  const group = "Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD";
  return [
    [whatsapp, failures(), phone],
    [on("kapso", "whatsapp"), kinds(), { address: group, contact: named(group), leadId: "n0" }],
    [
      on("telegram", "telegram"),
      events(),
      { address: "-1001234567890", assigneeId: self, status: "waiting", leadId: "n2" },
    ],
    [
      on("email", "email"),
      mails(),
      { address: "ana@correo.test", contact: named("ana@correo.test"), priority: "urgent" },
    ],
    [
      on("twilio", "voice"),
      calls(),
      { address: "+5215512345678", contact: named("+5215512345678") },
    ],
    [
      on("meta", "instagram"),
      files(),
      { address: "17841400008460056", status: "resolved", resolvedAt: at },
    ],
    [
      whatsapp,
      [say("w")],
      { ...old, address: "CL.13491208655302741918", status: "snoozed", snoozedUntil: at + day },
    ],
    [
      whatsapp,
      [say("v")],
      { ...old, address: "+56981234568", contact: named(theirs("v")), optedOut: true },
    ],
    [
      on("twilio", "whatsapp"),
      [say("o")],
      { ...old, address: "+56981234569", contact: named(theirs("o")) },
    ],
    [
      on("twilio", "sms"),
      [say("s")],
      { address: "60123", contact: named("60123"), status: "closed" },
    ],
    [on("x", "x"), [say("x")], { address: "1234567890123456789" }],
    [
      on("webchat", "webchat"),
      [say("c")],
      { address: "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", unread: 2 },
    ],
  ];
}

function say(about: string): Entry {
  return { text: theirs(about) };
}

/** Each reason, with what a provider says beside it. */
function failures(): Entry[] {
  return FailureReason.options.map((reason, i) => ({
    direction: "outbound",
    author: us,
    text: theirs(reason),
    status: reason === "unconfirmed" ? "unknown" : "failed",
    statusRank: reason === "unconfirmed" ? 2 : 1,
    statusAt: reason === "unconfirmed" ? { unknown: at } : { failed: at },
    error: { code: String(131_000 + i), reason, message: `Message undeliverable (${131_000 + i})` },
  }));
}

const us = { type: "member", id: "somebody", name: theirs("m") } as const;

function kinds(): Entry[] {
  const choice = { id: "confirm:1", title: "confirm:1" };
  const options = { buttons: [{ id: "confirm:1", title: theirs("b") }] };
  return [
    { ...say("a"), writer: "+56981234569", forwarded: true },
    { ...say("b"), writer: "CL.13491208655302741918", editedAt: at, original: theirs("o") },
    { ...say("c"), deletedAt: at, author: { type: "contact", id: "c", name: "" } },
    { ...say("d"), direction: "outbound", author: us, kind: "buttons", options },
    {
      ...say("e"),
      direction: "outbound",
      echo: true,
      author: { type: "system", id: "e", name: "" },
    },
    {
      ...say("f"),
      direction: "outbound",
      author: { type: "responder", id: "r", name: theirs("r") },
    },
    { ...say("g"), direction: "note", author: us },
    { kind: "location", location: { latitude: -33.4, longitude: -70.6 } },
    {
      kind: "contact",
      cards: [{ name: theirs("k"), phones: ["+56981112222"], emails: [] }],
      referral: { headline: theirs("l"), sourceType: "post" },
    },
    { kind: "template", direction: "outbound", author: us, text: theirs("t") },
    { kind: "unsupported" },
    { kind: "reaction", text: "🎉", author: { type: "contact", id: "c", name: "" } },
    { ...say("h"), direction: "outbound", author: us, status: "queued", statusRank: 1 },
    { kind: "buttons", text: choice.title, choice },
  ];
}

/** Each change that a thread tells, by somebody and by nobody. */
function events(): Entry[] {
  const to: Partial<Record<SystemEvent["type"], string>> = {
    assigned: theirs("m"),
    status: "resolved",
    priority: "urgent",
    tags: theirs("t"),
    snoozed: new Date(at - 400 * day).toISOString(),
    lead: "sale",
    addressChanged: "CL.13491208655302741918",
  };
  const own = SystemEvent.shape.type.options.flatMap((type) =>
    [us, { type: "system", id: "hilo", name: "Hilo" } as const].map(
      (author): Entry => ({
        direction: "system",
        kind: "event",
        author,
        event: { type, ...(to[type] ? { to: to[type] } : {}) },
      }),
    ),
  );
  const why = { type: "status", to: "open", why: "snoozeOver" } as const;
  return [...own, { direction: "system", kind: "event", event: why }, say("z")];
}

function mails(): Entry[] {
  const mail = { subject: theirs("s"), references: [], to: ["hola@hilo.test"], cc: [] };
  const sender = { address: "ana@correo.test" };
  return (["reply", "list", "bounce"] as const).map((automatic, i) => ({
    ...say(automatic),
    sender,
    mail: { ...mail, automatic, quoted: theirs("q"), proof: i === 0 ? "fail" : "pass" },
  }));
}

function calls(): Entry[] {
  const states = [
    "ringing",
    "inProgress",
    "completed",
    "missed",
    "busy",
    "failed",
    "canceled",
  ] as const;
  return states.map((state, i) => ({
    kind: "call",
    direction: i % 2 ? "outbound" : "inbound",
    call: { direction: i % 2 ? "outbound" : "inbound", state, sequence: i, answeredBy: "machine" },
  }));
}

/** Files by the names that they get when they come without one, in each state. */
function files(): Entry[] {
  const kinds = [
    ["image", "image.jpg", "image/jpeg"],
    ["video", "video.mp4", "video/mp4"],
    ["audio", "audio.ogg", "audio/ogg"],
    ["document", "document", "application/pdf"],
    ["document", "application.vnd.ms-excel", "application/vnd.ms-excel"],
    ["document", "message.txt", "text/plain"],
    ["sticker", "image.webp", "image/webp"],
  ] as const;
  const held = { id: "held", name: "0001.exe", type: "application/octet-stream", size: 9 };
  return [
    ...kinds.flatMap(([kind, name, type]) =>
      (["pending", "refused", "failed"] as const).map((state): Entry => {
        const file = { id: `${name}${state}`, name, type, size: null, state, reason: "wrongType" };
        return { kind, attachments: [file] };
      }),
    ),
    { kind: "document", attachments: [{ ...held, state: "held", reason: "program" }] },
  ];
}
