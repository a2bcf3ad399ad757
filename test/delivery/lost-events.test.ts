import assert from "node:assert/strict";
import { ChannelHealth } from "@hilo/schema";
import { connectionOf } from "../../functions/src/channels/connections.ts";
import { flush, showHealth } from "../../functions/src/channels/health.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { recount } from "../../functions/src/conversations/recount.ts";
import { conversationsOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { mend, mendSince } from "../../functions/src/mending.ts";
import { followFailure } from "../../functions/src/outbound/failure.ts";
import { setClock } from "../../functions/src/platform/clock.ts";
import { foldDays } from "../../functions/src/stats/folding.ts";
import { onMemberUpdated, onMessageCreated } from "../../functions/src/triggers.ts";
import { memberAt } from "../../functions/src/users/store.ts";
import { queued } from "./addresses.ts";
import { losses, type Row, type Scene, type Step, says, sender } from "./losses.ts";
import { connected } from "./voices/connected.ts";
import { telegram } from "./voices/telegram.ts";
import { firstAt } from "./voices/voice.ts";
import { documentsOf } from "./workspace.ts";

// What an event makes comes about, too, when the event never runs: by the next message, or by the night.

const { channelId } = telegram;
const dayMs = 24 * 60 * 60 * 1000;

describe("an event that never runs", () => {
  afterEach(() => setClock());

  async function scene(): Promise<Scene> {
    const workspaceId = await connected(telegram);
    const connection = (await connectionOf(workspaceId, channelId)) ?? assert.fail();
    return { workspaceId, connection, heard: new Set() };
  }

  async function membersEvents({ workspaceId }: Scene): Promise<void> {
    const member = await memberAt(workspaceId, "temporal").get();
    if (member.exists) await onMemberUpdated({ workspaceId, uid: "temporal" }, member);
  }

  /** Runs the events of a workspace: that a message is there, once. */
  async function events(where: Scene): Promise<void> {
    const { workspaceId, heard } = where;
    await membersEvents(where);
    for (const { id: conversationId } of (await conversationsOf(workspaceId).get()).docs)
      for (const doc of (await messagesOf(workspaceId, conversationId).get()).docs) {
        const ids = { workspaceId, conversationId, messageId: doc.id };
        if (doc.get("direction") && !heard.has(doc.ref.path)) await onMessageCreated(ids, doc);
        if (doc.get("direction")) heard.add(doc.ref.path);
        await followFailure(doc.ref);
      }
  }

  async function happen(where: Scene, steps: readonly Step[], run = events): Promise<void> {
    for (const step of steps) {
      await step(where);
      await run(where);
    }
  }

  /** Only the event of the last message runs. */
  async function newest({ workspaceId }: Scene): Promise<void> {
    const [conversation] = (await conversationsOf(workspaceId).get()).docs;
    const conversationId = conversation?.id ?? assert.fail();
    const { docs } = await messagesOf(workspaceId, conversationId).orderBy("providerAt").get();
    const doc = docs.findLast((one) => one.get("direction") === "inbound") ?? assert.fail();
    await onMessageCreated({ workspaceId, conversationId, messageId: doc.id }, doc);
  }

  const lose = () => Promise.resolve();

  /** What would be there if every event had run. */
  async function heard({ before = [], lost }: Row, next: Step[]): Promise<Scene> {
    const where = await scene();
    await happen(where, [...before, ...lost, ...next]);
    return where;
  }

  async function unheard({ before = [], lost }: Row): Promise<Scene> {
    const where = await scene();
    await happen(where, before);
    await happen(where, lost, lose);
    return where;
  }

  async function night(where: Scene): Promise<number> {
    setClock(() => Date.now() + dayMs);
    await mend(where.workspaceId, firstAt - dayMs);
    setClock();
    return repaired(where);
  }

  for (const [what, row] of Object.entries(losses)) {
    it(`${what}: the night makes up for it, once, and counts it`, async () => {
      const before = fetches();
      const whole = await contentOf(await heard(row, []));
      const asked = fetches() > before;
      const where = await unheard(row);
      if (!asked) assert.notDeepEqual(await contentOf(where), whole, "nothing was lost");
      const sofar = fetches();
      assert.equal(await night(where), 1);
      assert.deepEqual(await contentOf(where), whole);
      assert.equal(fetches() > sofar, asked);
      if (asked) return;
      const after = await documentsOf(where.workspaceId);
      assert.equal(await night(where), 1);
      assert.deepEqual(await documentsOf(where.workspaceId), after);
    });

    const { next } = row;
    if (next)
      it(`${what}: the next message makes up for it`, async () => {
        const whole = await heard(row, [next]);
        const where = await unheard(row);
        await happen(where, [next], newest);
        // What a lead is in memory of, the night makes whole.
        assert.deepEqual(await contentOf(where, ["folded"]), await contentOf(whole, ["folded"]));
        await night(where);
        assert.deepEqual(await contentOf(where), await contentOf(whole));
      });
  }

  const repaired = async ({ workspaceId }: Scene) => {
    await flush();
    await showHealth();
    const channel = await channelsOf(workspaceId).doc(channelId).get();
    return ChannelHealth.parse(channel.get("health")).repaired;
  };

  it("is made up for by the first night that comes, and by no other", async () => {
    const where = await scene();
    const { workspaceId } = where;
    await happen(where, [says(1)], lose);
    setClock(() => Date.now() + 3 * dayMs);
    await mendSince(workspaceId);
    assert.equal(await repaired(where), 1);
    await foldDays(workspaceId, recount);
    await happen(where, [says(2, { sender: { ...sender, name: "Ana" } })], lose);
    await mendSince(workspaceId);
    assert.equal(await repaired(where), 1);
  });

  it("leaves alone what may still have its event before it", async () => {
    const where = await scene();
    await happen(where, [says(1)], lose);
    await mend(where.workspaceId, firstAt - dayMs);
    assert.equal(await repaired(where), 0);
  });
});

/** How often files were to be fetched so far. */
function fetches(): number {
  return queued.filter((url) => url.includes("fetchMedia")).length;
}

const ofItself = new Set(["createdAt", "updatedAt", "statusAt", "changedAt", "openedAt"]);

/** A line is told when the house comes to it. */
function timeless(data: unknown): unknown {
  const line = data as { direction?: string };
  return line.direction === "system" ? { ...line, providerAt: 0 } : data;
}
const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What a workspace says, apart from when it was written and ids that are made anew each time. */
async function contentOf({ workspaceId }: Scene, left: string[] = []): Promise<unknown> {
  const documents = Object.entries(await documentsOf(workspaceId));
  const found = documents
    .map(
      ([path, data]) =>
        [path.replace(workspaceId, "w").replace(uuid, "id"), timeless(data)] as const,
    )
    .filter(([path]) =>
      /^workspaces\/w\/((conversations|contacts|contactKeys|identities|stats)\/|leads\/[^/]+$)/.test(
        path,
      ),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const made = documents.flatMap(
    ([path]) => /\/(?:contacts|leads)\/([^/]+)$/.exec(path)?.[1] ?? [],
  );
  const isLeft = (key: string) => ofItself.has(key) || left.includes(key);
  const words = JSON.stringify(found, (key, value) => (isLeft(key) ? undefined : value));
  return JSON.parse(made.reduce((all, id, i) => all.replaceAll(id, `made ${i}`), words));
}
