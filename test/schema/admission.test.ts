import assert from "node:assert/strict";
import { type Admission, admission, type Capabilities, type Conversation } from "@hilo/schema";
import { adapterOf } from "../../functions/src/providers/index.ts";

const hour = 60 * 60 * 1000;
const now = 1_795_180_000_000;

function conversation(hoursAgo: number, more: Partial<Conversation> = {}) {
  const lastInboundAt = now - hoursAgo * hour;
  const replyUntil = lastInboundAt + 24 * hour;
  return { lastInboundAt, replyUntil, optedOut: false, claim: null, ...more };
}

function messenger(): Capabilities {
  return adapterOf("meta")?.capabilities.messenger ?? assert.fail();
}

const question = {
  capabilities: messenger(),
  humanAgent: true,
  kind: "text",
  purpose: "answer" as const,
  memberId: "m",
  conversation: conversation(23),
  now,
};
type Question = Parameters<typeof admission>[0];

const optedOut = conversation(1, { optedOut: true });
const claim = { memberId: "other", name: "Ana", until: now + 1000 };
const claimed = conversation(1, { claim });
const late = conversation(25);
const lateUntil = now + (7 * 24 - 25) * hour;
const service = { purpose: "service" as const, memberId: undefined };
const automatic = { purpose: "automatic" as const, memberId: undefined };

const rows: [what: string, asked: Partial<Question>, is: Admission][] = [
  ["a person, while the window is open", {}, {}],
  ["another system, while the window is open", service, {}],
  ["a person for seven days, as such", { conversation: late }, { lateUntil }],
  ["a person after that", { conversation: conversation(7 * 24) }, { refused: "windowClosed" }],
  ["another system late", { ...service, conversation: late }, { refused: "windowClosed" }],
  ["a machine late", { ...automatic, conversation: late }, { refused: "windowClosed" }],
  [
    "a person late, of an account without the permission",
    { humanAgent: false, conversation: late },
    { refused: "windowClosed" },
  ],
  ["a template late", { ...service, kind: "template", conversation: late }, {}],
  ["whom nobody may write to", { conversation: optedOut }, { refused: "optedOut" }],
  ["a template to them", { kind: "template", conversation: optedOut }, { refused: "optedOut" }],
  ["over a colleague who is answering", { conversation: claimed }, { refused: "claimed" }],
  ["over them, meaning it", { conversation: claimed, override: true }, {}],
  ["over oneself", { conversation: claimed, memberId: "other" }, {}],
  [
    "over a colleague who was answering",
    { conversation: conversation(1, { claim: { ...claim, until: now } }) },
    {},
  ],
  ["a machine over a colleague", { ...automatic, conversation: claimed }, { refused: "claimed" }],
  ["another system over a colleague", { ...service, conversation: claimed }, {}],
];

describe("what may be sent now", () => {
  for (const [what, asked, is] of rows)
    it(what, () => assert.deepEqual(admission({ ...question, ...asked }), is));
});
