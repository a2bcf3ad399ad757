import assert from "node:assert/strict";
import type { ChangeEvent, Message, StatusEvent } from "@hilo/schema";
import { type Connection, connectionOf } from "../../functions/src/channels/connections.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { recordChange } from "../../functions/src/inbound/changes.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { recordStatus, recordWatermark } from "../../functions/src/outbound/statuses.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { proofFor } from "../../functions/src/providers/message-proof.ts";
import { countOperations } from "../bench/support/operations.ts";
import { outboundMessage } from "./outbound.ts";
import { connected } from "./voices/connected.ts";
import { voices } from "./voices/index.ts";
import { firstAt, type Voice } from "./voices/voice.ts";
import { webchat } from "./voices/webchat.ts";

// What anybody is told of a message touches only what went out to them, by the channel that tells it.

const sender = { address: "visitor:one" };

/** A message that nobody may tell of: its id, and what a provider would call it. */
type Target = { id: string; named: string; place: "own" | "other"; message: Partial<Message> };

const line = { direction: "system", kind: "event", event: { type: "optOut" } } as const;
const carries = {
  ...{
    channelId: "mailbox",
    provider: "email",
    to: "ana@example.org",
    messageIds: [],
    language: "es",
  },
} as unknown as NonNullable<Message["carries"]>;

function targetsOn({ channelId }: Voice): Record<string, Target> {
  const own = { place: "own" } as const;
  return {
    "an internal note": {
      ...{ id: "note", named: "note", ...own },
      message: { direction: "note", status: "sent", statusRank: 3 },
    },
    "a message of theirs": {
      ...{ id: hash(channelId, "in:1"), named: "in:1", ...own },
      message: {
        ...{ direction: "inbound", status: "received", statusRank: 0, externalId: "in:1" },
        statusAt: { received: firstAt },
      },
    },
    "a line of the thread": {
      ...{ id: hash(channelId, "line:1"), named: "line:1", ...own },
      message: { ...line, status: "sent", statusRank: 3 },
    },
    "a mail that went out by another channel": {
      ...{ id: "mail", named: "mail:1", ...own },
      message: { ...line, status: "sent", statusRank: 3, externalId: "mail:1", carries },
    },
    "a message to somebody else": {
      ...{ id: "elsewhere", named: "other:1", place: "other" },
      message: { status: "sent", statusRank: 3, externalId: "other:1" },
    },
    "a message that never was": { id: "never", named: "never", ...own, message: {} },
  };
}

const failed: Target = {
  ...{ id: "failed", named: "failed", place: "own" },
  message: { status: "failed", statusRank: 1, statusAt: { queued: firstAt, failed: firstAt } },
};

for (const voice of voices)
  describe(`what is told by ${voice.provider} (${voice.platform})`, () => {
    let connection: Connection;
    let conversationId: string;
    const workspace = () => connection.workspaceId;

    before(async () => {
      const workspaceId = await connected(voice);
      connection = (await connectionOf(workspaceId, voice.channelId)) ?? assert.fail();
      const text = { kind: "text", text: "hola" } as const;
      const event = { externalId: "first", at: firstAt, sender, ...text, files: [] };
      await receive(connection, { type: "message", ...event });
      conversationId = (await conversationsOf(workspaceId).get()).docs[0]?.id ?? assert.fail();
    });

    const refOf = ({ id, place }: Target) =>
      messageOf(workspace(), place === "own" ? conversationId : "other", id);

    /** Visitors of a chat are trusted with the ids of their conversation; anybody else would have to make up the mark. */
    function idsOf({ id, place }: Target): NonNullable<StatusEvent["message"]> {
      const ids = { conversationId: place === "own" ? conversationId : "other", messageId: id };
      const isOwn = voice.provider === "webchat" && place === "own";
      return { ...ids, mark: isOwn ? proofFor(connection, ids) : "forged" };
    }

    const about = { at: firstAt + 9000, sender };
    const receipts = (target: Target): (() => Promise<unknown>)[] =>
      (["delivered", "read", "failed"] as const).flatMap((status) => {
        const told = { type: "status", status, ...about } as const;
        return [
          () => recordStatus(connection, { ...told, externalId: target.named }),
          () => recordStatus(connection, { ...told, externalId: target.id }),
          () =>
            recordStatus(connection, { ...told, externalId: target.named, message: idsOf(target) }),
        ];
      });
    const changes = (target: Target): (() => Promise<unknown>)[] => {
      const kinds: ChangeEvent["change"][] = [
        { kind: "edit", text: "otro" },
        { kind: "delete" },
        { kind: "reaction", emoji: "👍", by: "them" },
      ];
      return kinds.map((change) => {
        const event = { externalId: newId(), target: target.named, change, ...about };
        return () => recordChange(connection, { type: "change", ...event });
      });
    };

    async function put(target: Target): Promise<unknown> {
      if (target.id === "never") return undefined;
      // None of them waits for the outbox.
      const { dueAt: _, ...settled } = outboundMessage();
      await refOf(target).set({ ...settled, providerAt: firstAt, ...target.message });
      return (await refOf(target).get()).data();
    }

    const targets = {
      ...targetsOn(voice),
      ...(voice === webchat ? { "what failed": failed } : {}),
    };
    for (const [what, target] of Object.entries(targets)) {
      it(`is no receipt of ${what}, and costs no write`, async () => {
        const before = await put(target);
        const { writes } = await countOperations(1, async () => {
          for (const tell of receipts(target)) await tell();
        });
        assert.deepEqual((await refOf(target).get()).data(), before);
        assert.equal(writes, 0);
      });

      if (target.id === "note" || target.message.direction === "system" || target.place === "other")
        it(`changes nothing of ${what}`, async () => {
          const before = await put(target);
          for (const tell of changes(target)) await tell();
          assert.deepEqual((await refOf(target).get()).data(), before);
        });
    }

    it("is nothing of any of them by a time up to which all was read", async () => {
      const all = Object.values(targetsOn(voice)).filter(({ id }) => id !== "never");
      const before = await Promise.all(all.map(put));
      const { writes } = await countOperations(1, () =>
        recordWatermark(connection, {
          ...{ type: "watermark", status: "read" },
          ...{ sender, until: firstAt + 9000 },
        }),
      );
      const after = await Promise.all(all.map(async (one) => (await refOf(one).get()).data()));
      assert.deepEqual(after, before);
      assert.equal(writes, 0);
    });

    it("is heard of what went out to them", async () => {
      const ours = { id: "ours", named: "ours:1", place: "own", message: {} } as const;
      await put({ ...ours, message: { externalId: "ours:1", status: "sent", statusRank: 3 } });
      const told = { type: "status", status: "read", ...about } as const;
      const message = voice === webchat ? { message: idsOf(ours) } : {};
      await recordStatus(connection, { ...told, externalId: "ours:1", ...message });
      assert.equal((await refOf(ours).get()).get("status"), "read");
    });

    for (const what of ["an internal note", "a line of the thread"])
      it(`is answered by quoting nothing of ${what}`, async () => {
        const target = targetsOn(voice)[what] ?? assert.fail();
        await put(target);
        const doer = { type: "member", id: "a", name: "A", workspaceId: workspace() } as const;
        const message = {
          messageId: newId(),
          kind: "text",
          text: "sí",
          replyTo: target.id,
        } as const;
        const sent = send({ ...doer, requestId: "r", ip: "" }, conversationId, message);
        await assert.rejects(sent, { code: "invalid" });
      });
  });
