import assert from "node:assert/strict";
import { Conversation } from "@hilo/schema";
import type { Connection } from "../../functions/src/channels/connections.ts";
import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { recordConsent } from "../../functions/src/inbound/consent.ts";
import { forgetConversations, receive } from "../../functions/src/inbound/receive.ts";
import { recordRename } from "../../functions/src/inbound/renames.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import {
  connectedByPhone,
  connectionTo,
  letter,
  moved,
  phoned,
  reactIn,
  threadsIn,
} from "./scene.ts";

// Inputs of the kinds that other inboxes stumbled over: what is told late, twice, or within one second.

describe("what is told of a phone", () => {
  const [old, next, third] = ["+56911119901", "+56911119902", "+56911119903"];
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await connectedByPhone();
  });
  const texts = async () => (await threadsIn(workspaceId)).map(({ texts }) => texts.join()).sort();

  it("twice in a row follows the person, and each stranger is a stranger", async () => {
    const whatsapp = await connectionTo(workspaceId, "whatsapp");
    await receive(whatsapp, letter(phoned(old), 1, "yo 1"));
    await recordRename(whatsapp, moved(old, next, 10));
    await receive(whatsapp, letter(phoned(next), 11, "yo 2"));
    await recordRename(whatsapp, moved(next, third, 20));
    forgetConversations();
    await receive(whatsapp, letter(phoned(third), 21, "yo 3"));
    await receive(whatsapp, letter(phoned(next), 30, "otra"));
    await receive(whatsapp, letter(phoned(old), 31, "otro"));
    assert.deepEqual(await texts(), ["otra", "otro", "yo 1,yo 2,yo 3"]);
  });

  it("late, after the stranger wrote, still tells the stranger apart", async () => {
    const whatsapp = await connectionTo(workspaceId, "whatsapp");
    await receive(whatsapp, letter(phoned(old), 1, "yo"));
    await recordRename(whatsapp, moved(old, next, 10));
    forgetConversations();
    await receive(whatsapp, letter(phoned(old), 20, "extraño"));
    await recordRename(whatsapp, moved(old, next, 10));
    await receive(whatsapp, letter(phoned(next), 30, "yo, del nuevo"));
    assert.deepEqual(await texts(), ["extraño", "yo,yo, del nuevo"]);
  });

  it("on one channel moves nobody on another", async () => {
    const whatsapp = await connectionTo(workspaceId, "whatsapp");
    const sms = await connectionTo(workspaceId, "twilio-sms");
    await receive(whatsapp, letter(phoned(old), 1, "por WhatsApp"));
    await receive(sms, letter(phoned(old), 1, "por SMS"));
    await recordRename(whatsapp, moved(old, next, 10));
    await receive(sms, letter(phoned(old), 20, "otra vez por SMS"));
    assert.deepEqual(await texts(), ["otra vez por SMS,por SMS", "por WhatsApp"]);
  });

  it("of an exchange of two numbers keeps both people", async () => {
    const whatsapp = await connectionTo(workspaceId, "whatsapp");
    await receive(whatsapp, letter(phoned(old), 1, "a"));
    await receive(whatsapp, letter(phoned(next), 2, "b"));
    await recordRename(whatsapp, moved(next, third, 10));
    await recordRename(whatsapp, moved(old, next, 20));
    forgetConversations();
    await receive(whatsapp, letter(phoned(next), 30, "a, en el de b"));
    await receive(whatsapp, letter(phoned(third), 31, "b, en otro"));
    assert.deepEqual(await texts(), ["a,a, en el de b", "b,b, en otro"]);
  });

  it("that is the same phone spelt otherwise gives nothing up", async () => {
    const [long, short] = ["+5215512349901", "+525512349901"];
    const whatsapp = await connectionTo(workspaceId, "whatsapp");
    await receive(whatsapp, letter(phoned(long), 1, "yo"));
    await recordRename(whatsapp, moved(long, short, 10));
    for (const [at, form] of [long, short].entries()) {
      forgetConversations();
      await receive(whatsapp, letter(phoned(form), 20 + at, `yo ${at}`));
    }
    assert.deepEqual(await texts(), ["yo,yo 0,yo 1"]);
  });

  const circles: [what: string, moves: [string, string, number][]][] = [
    [
      "to itself",
      [
        [old, old, 5],
        [old, next, 10],
      ],
    ],
    [
      "back, and there again",
      [
        [old, next, 10],
        [next, old, 11],
        [old, next, 12],
      ],
    ],
    [
      "round three numbers",
      [
        [old, next, 10],
        [next, third, 11],
        [third, old, 12],
        [old, next, 13],
      ],
    ],
  ];
  for (const [what, moves] of circles)
    it(`leads nobody in a circle: ${what}`, async () => {
      const whatsapp = await connectionTo(workspaceId, "whatsapp");
      await receive(whatsapp, letter(phoned(old), 1, "yo"));
      for (const move of moves) await recordRename(whatsapp, moved(...move));
      forgetConversations();
      await receive(whatsapp, letter(phoned(next), 20, "de nuevo"));
      assert.deepEqual(await texts(), ["de nuevo,yo"]);
    });
});

describe("a wish told out of order", () => {
  const phone = "+56911119911";
  type Step = ["stop" | "start" | "says stop" | "says start" | "says", second: number];
  const tales: [steps: Step[], optedOut: boolean][] = [
    [
      [
        ["says", 1],
        ["says start", 9],
        ["says stop", 5],
      ],
      false,
    ],
    [
      [
        ["says", 1],
        ["says stop", 9],
        ["says start", 5],
      ],
      true,
    ],
    [
      [
        ["stop", 5],
        ["says", 9],
        ["says", 1],
      ],
      true,
    ],
    [
      [
        ["says", 1],
        ["stop", 5],
        ["says start", 5],
      ],
      false,
    ],
    [
      [
        ["stop", 3],
        ["start", 2],
        ["says", 1],
      ],
      true,
    ],
    [
      [
        ["says stop", 1],
        ["says stop", 1],
        ["says start", 2],
        ["says stop", 1],
      ],
      false,
    ],
  ];

  async function tell(connection: Connection, [what, at]: Step): Promise<unknown> {
    const consent = what.endsWith("stop") ? ("stop" as const) : ("start" as const);
    const told = letter(phoned(phone), at, what);
    if (what === "says") return receive(connection, told);
    if (what.startsWith("says")) return receive(connection, { ...told, consent });
    const { externalId, sender } = told;
    return recordConsent(connection, { type: "consent", externalId, at: told.at, sender, consent });
  }

  for (const [steps, optedOut] of tales)
    it(`is heeded by when it was said: ${steps.map((step) => step.join(" at ")).join(", ")}`, async () => {
      const workspaceId = await connectedByPhone();
      const whatsapp = await connectionTo(workspaceId, "whatsapp");
      for (const step of steps) {
        forgetConversations();
        await tell(whatsapp, step);
      }
      await reactIn(workspaceId);
      const doc = await conversationsOf(workspaceId).doc(hash("whatsapp", phone)).get();
      assert.equal(read(Conversation, doc)?.optedOut, optedOut);
    });
});
