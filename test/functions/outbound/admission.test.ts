import assert from "node:assert/strict";
import type { Capabilities, Conversation } from "@hilo/schema";
import { admit } from "../../../functions/src/outbound/admission.ts";
import { setClock } from "../../../functions/src/platform/clock.ts";
import { AppError } from "../../../functions/src/platform/errors.ts";
import { adapterOf } from "../../../functions/src/providers/index.ts";

const hour = 60 * 60 * 1000;
const at = 1_795_180_000_000;

function conversation(hoursAgo: number, more: Partial<Conversation> = {}): Conversation {
  const lastInboundAt = at - hoursAgo * hour;
  const whole = {
    lastInboundAt,
    replyUntil: lastInboundAt + 24 * hour,
    optedOut: false,
    claim: null,
  };
  return { ...whole, ...more } as Conversation;
}

function messenger(): Capabilities {
  return adapterOf("meta")?.capabilities.messenger ?? assert.fail();
}

describe("who may answer when", () => {
  before(() => setClock(() => at));
  after(() => setClock());

  const question = {
    capabilities: messenger(),
    kind: "text",
    memberId: "m",
    override: false,
    settings: {},
  };

  it("anybody, while the window is open", () => {
    const open = { ...question, conversation: conversation(23) };
    assert.deepEqual(admit(open), { humanAgent: false });
    assert.deepEqual(admit({ ...open, memberId: undefined }), { humanAgent: false });
  });

  it("a person, for seven days, as such", () => {
    assert.deepEqual(admit({ ...question, conversation: conversation(25) }), { humanAgent: true });
    assert.deepEqual(admit({ ...question, conversation: conversation(7 * 24 - 1) }), {
      humanAgent: true,
    });
  });

  const refused: [who: string, change: object, hoursAgo: number][] = [
    ["a person after seven days", {}, 7 * 24],
    ["another system after the window", { memberId: undefined }, 25],
    ["an account without the permission", { settings: { humanAgent: "off" } }, 25],
  ];
  for (const [who, change, hoursAgo] of refused)
    it(`not ${who}`, () => {
      const asked = { ...question, ...change, conversation: conversation(hoursAgo) };
      assert.throws(() => admit(asked), isA("windowClosed"));
    });

  it("nobody, once the person asked for no more", () => {
    const asked = { ...question, conversation: conversation(1, { optedOut: true }) };
    assert.throws(() => admit(asked), isA("optedOut"));
  });

  it("nobody over a colleague who is answering, unless they say so", () => {
    const claim = { memberId: "other", name: "Ana", until: at + 1000 };
    const asked = { ...question, conversation: conversation(1, { claim }) };
    assert.throws(() => admit(asked), isA("claimed"));
    assert.deepEqual(admit({ ...asked, override: true }), { humanAgent: false });
  });
});

function isA(code: string) {
  return (error: unknown) => error instanceof AppError && error.code === code;
}
