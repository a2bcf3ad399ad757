import assert from "node:assert/strict";
import type { Capabilities } from "@hilo/schema";
import { blockedBy } from "../../../../../console/src/pages/inbox/composer/blocked/blocked.ts";
import { refusalOf } from "../../../../../console/src/pages/inbox/composer/files/file-check.ts";
import {
  complete,
  mentionAt,
  mentionable,
} from "../../../../../console/src/pages/inbox/composer/mentions/mention.ts";
import { claimedBy } from "../../../../../console/src/pages/inbox/composer/writing/claimed-by.ts";

const now = 1_800_000_000_000;
const hour = 3_600_000;

const whatsapp: Capabilities = {
  textLength: 1600,
  segments: false,
  attachments: 1,
  media: {
    image: { maxBytes: 5_000_000, types: ["image/jpeg", "image/png"] },
    audio: { maxBytes: 16_000_000, types: ["audio/mpeg", "audio/mp4"] },
  },
  caption: true,
  replyWindow: 24 * hour,
  exits: ["template"],
  replyTo: false,
  statuses: ["sent", "delivered", "read"],
  canStart: true,
};
const mail: Capabilities = {
  ...whatsapp,
  media: { document: { maxBytes: 18_000_000, types: ["*/*"] } },
};
const sms: Capabilities = { ...whatsapp, replyWindow: null };

describe("what keeps from answering", () => {
  const open = { optedOut: false, replyUntil: now + hour, lastInboundAt: now - hour };
  const over = { optedOut: false, replyUntil: now - 1, lastInboundAt: now - 25 * hour };
  const on = { enabled: true, capabilities: whatsapp };
  const rows: [
    string,
    Parameters<typeof blockedBy>[0],
    Parameters<typeof blockedBy>[1],
    unknown,
  ][] = [
    ["nothing in an open window", open, on, undefined],
    ["nothing while the channel is not known", over, undefined, undefined],
    ["a closed window", over, on, "closed"],
    ["a customer who never wrote", { ...over, lastInboundAt: null }, on, "neverOpened"],
    ["nothing on a channel without a window", over, { ...on, capabilities: sms }, undefined],
    ["a disabled channel", open, { ...on, enabled: false }, "disabled"],
    ["a channel that cannot send", open, { ...on, capabilities: null }, "cannotSend"],
    ["an opt-out, before all else", { ...over, optedOut: true }, undefined, "optedOut"],
  ];
  for (const [name, conversation, channel, expected] of rows) {
    it(name, () => assert.equal(blockedBy(conversation, channel, now), expected));
  }
});

describe("claim of a colleague", () => {
  const claim = { memberId: "luis", name: "Luis", until: now + 1 };
  it("counts while it lasts", () => assert.equal(claimedBy({ claim }, "ana", now)?.name, "Luis"));
  it("ends with its lease", () => assert.equal(claimedBy({ claim }, "ana", now + 1), undefined));
  it("is none of ours", () => assert.equal(claimedBy({ claim }, "luis", now), undefined));
  it("may be nobody's", () => assert.equal(claimedBy({ claim: null }, "ana", now), undefined));
});

describe("files a channel carries", () => {
  const jpeg = { type: "image/jpeg", size: 4_000_000 };
  const rows: [string, { type: string; size: number }, number, Capabilities, unknown][] = [
    ["one that fits", jpeg, 0, whatsapp, undefined],
    ["one more, which is a message of its own", jpeg, 1, whatsapp, undefined],
    ["the last of those that go at once", jpeg, 29, whatsapp, undefined],
    ["one too many", jpeg, 30, whatsapp, { why: "tooMany", most: 30 }],
    ["one too big", { ...jpeg, size: 5_000_001 }, 0, whatsapp, { why: "tooBig", most: 5_000_000 }],
    ["just the largest", { ...jpeg, size: 5_000_000 }, 0, whatsapp, undefined],
    ["an empty one", { ...jpeg, size: 0 }, 0, whatsapp, { why: "empty" }],
    ["a type not carried", { type: "image/tiff", size: 1 }, 0, whatsapp, { why: "notCarried" }],
    ["a kind not carried", { type: "video/mp4", size: 1 }, 0, whatsapp, { why: "notCarried" }],
    ["a type by its other name", { type: "audio/x-m4a", size: 1 }, 0, whatsapp, undefined],
    ["a type the browser does not know", { type: "", size: 1 }, 0, whatsapp, undefined],
    [
      "one of unknown type, too big for any kind",
      { type: "application/octet-stream", size: 200_000_000 },
      0,
      whatsapp,
      { why: "tooBig", most: 16_000_000 },
    ],
    ["a type not named, where anything goes", { type: "image/tiff", size: 1 }, 0, mail, undefined],
    [
      "any, on a channel without files",
      jpeg,
      0,
      { ...whatsapp, attachments: 0 },
      { why: "noFiles" },
    ],
  ];
  for (const [name, file, staged, capabilities, expected] of rows) {
    it(name, () => assert.deepEqual(refusalOf(file, staged, capabilities), expected));
  }
});

describe("mentions being written", () => {
  const rows: [name: string, text: string, expected: unknown][] = [
    ["begins with an @", "@", { from: 0, words: "" }],
    ["goes on with a name", "ojo @an", { from: 4, words: "an" }],
    ["may hold a second word", "ojo @Ana Ma", { from: 4, words: "Ana Ma" }],
    ["is not an address", "ana@hilo", undefined],
    ["ends after two words", "@Ana María dijo algo", undefined],
  ];
  for (const [name, text, expected] of rows) {
    it(name, () => assert.deepEqual(mentionAt(text, text.length), expected));
  }

  it("offers by any part of the name, accents aside", () => {
    const members = [{ name: "Ana María Núñez" }, { name: "Luis Soto" }];
    assert.deepEqual(mentionable(members, "nune"), [members[0]]);
    assert.deepEqual(mentionable(members, ""), members);
    assert.deepEqual(mentionable(members, "ria"), []);
  });

  it("puts the whole name, one space, and the caret behind it", () => {
    const mention = { from: 4, words: "an" };
    assert.deepEqual(complete("ojo @an puedes", 7, mention, "Ana"), {
      text: "ojo @Ana puedes",
      caret: 9,
    });
  });
});
