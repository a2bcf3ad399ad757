import assert from "node:assert/strict";
import type { Episode } from "@hilo/schema";
import { setStatus, snooze } from "../../functions/src/conversations/desk.ts";
import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { joinAll } from "../../functions/src/inbound/join.ts";
import { setClock } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { countedIn } from "../support/counted.ts";
import { contactIn, leadIn } from "../support/known-person.ts";
import { channelId, conversationId, minute, type Scene, sceneOf } from "./episode-scene.ts";

const day = 24 * 60 * minute;

describe("the episodes of a conversation", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await sceneOf();
  });
  afterEach(() => setClock());

  const happens = (...acts: (() => unknown)[]) => scene.happens(...acts);
  const state = async () => {
    const { episode, episodeAt, firstResponseAt } = await scene.conversation();
    return [episode, scene.minuteOf(episodeAt), scene.minuteOf(firstResponseAt)];
  };
  const spans = async () =>
    (await scene.ended()).map(([n, { from, to }]) => [n, scene.minuteOf(from), scene.minuteOf(to)]);
  const writes = () => scene.writes();
  const sends = () => scene.sends();
  const resolves = () => scene.becomes("resolved");
  const closes = () => scene.becomes("closed");
  const opens = () => scene.becomes("open");

  it("ends with what it was by then", async () => {
    await happens(writes, writes, sends, writes, () => scene.sends("apiKey"), sends, resolves);
    const [[n, episode] = assert.fail()] = await scene.ended();
    const at = (minutes: number) => scene.began + minutes * minute;
    const contact = await contactIn(scene.workspaceId, conversationId);
    assert.equal(n, 1);
    assert.deepEqual(episode, {
      conversationId,
      about: [contact?.id ?? assert.fail()],
      from: at(0),
      to: at(6),
      channelId,
      platform: "webchat",
      country: null,
      teamId: "none",
      assigneeId: "ana",
      tags: [],
      language: null,
      firstResponseAt: at(2),
      firstResponseMs: 2 * minute,
      firstResponseBy: "ana",
      responses: 2,
      endedBy: { type: "member", id: "ana" },
      withoutPerson: false,
      leadId: (await leadIn(scene.workspaceId, conversationId))?.id,
    } satisfies Episode);
    assert.deepEqual(await state(), [2, null, null]);
  });

  const rows: [what: string, acts: (() => unknown)[], state: unknown[], spans: unknown[]][] = [
    ["begins with the first of several messages", [writes, writes], [1, 0, null], []],
    [
      "has a first response of its own",
      [writes, sends, resolves, writes, sends],
      [2, 3, 4],
      [[1, 0, 2]],
    ],
    ["is one, resolved and then closed", [writes, resolves, closes], [2, null, null], [[1, 0, 1]]],
    ["is one, closed and then resolved", [writes, closes, resolves], [2, null, null], [[1, 0, 1]]],
    ["begins with what a person writes first", [writes, resolves, sends], [2, 2, 2], [[1, 0, 1]]],
    [
      "begins with what a system tells",
      [writes, resolves, () => scene.sends("apiKey")],
      [2, 2, null],
      [[1, 0, 1]],
    ],
    [
      "begins with no campaign and no automatic answer",
      [
        writes,
        resolves,
        () => scene.sendsBy("campaign", "marketing"),
        () => scene.sendsBy("responder", "automatic"),
      ],
      [2, null, null],
      [[1, 0, 1]],
    ],
    [
      "begins with no machine's mail, and with nothing of the past",
      [writes, resolves, () => scene.writes({ quiet: true }), () => scene.writes({ past: true })],
      [2, null, null],
      [[1, 0, 1]],
    ],
    ["goes on when its end is taken back", [writes, sends, resolves, opens], [1, 0, 1], []],
    [
      "is answered by what was written elsewhere before its end was taken back",
      [writes, resolves, () => scene.answersElsewhere(), opens],
      [1, 0, 2],
      [],
    ],
    [
      "goes on when its end is taken back into a snooze",
      [writes, resolves, () => snooze(scene.doer(), conversationId, null)],
      [1, 0, null],
      [],
    ],
    [
      "ends again after that, as the same",
      [writes, resolves, opens, closes],
      [2, null, null],
      [[1, 0, 3]],
    ],
    [
      "is over where the customer wrote before its end was taken back",
      [writes, resolves, writes, opens],
      [2, 2, null],
      [[1, 0, 1]],
    ],
    ["ends by itself where nothing else began", [writes, resolves, opens, opens], [1, 0, null], []],
    [
      "is over for good when that is long ago",
      [writes, resolves, () => scene.pass(9 * day), opens],
      [2, null, null],
      [[1, 0, 1]],
    ],
    [
      "begins after the one before, also with what was written during that",
      [writes, resolves, () => scene.writes({ at: scene.began }), resolves],
      [3, null, null],
      [
        [1, 0, 1],
        [2, 1, 3],
      ],
    ],
  ];
  for (const [what, acts, wanted, ends] of rows)
    it(what, async () => {
      await happens(...acts);
      assert.deepEqual([await state(), await spans()], [wanted, ends]);
    });

  it("counts as resolved no more when it is put off after that", async () => {
    await happens(writes, resolves);
    assert.equal((await countedIn(scene.workspaceId)).resolved, 1);
    await happens(() => snooze(scene.doer(), conversationId, null));
    assert.equal((await countedIn(scene.workspaceId)).resolved, 0);
    assert.equal((await scene.conversation()).resolvedAt, null);
  });

  it("tells who answered, and whether anybody did", async () => {
    await happens(writes, () => scene.answersElsewhere(), resolves);
    await happens(writes, () => scene.becomes("resolved", "apiKey"));
    await happens(writes, resolves, sends, resolves);
    const told = (await scene.ended()).map(([, one]) => [
      one.firstResponseBy,
      one.firstResponseMs,
      one.responses,
      one.withoutPerson,
    ]);
    assert.deepEqual(told, [
      ["elsewhere", minute, 1, false],
      [null, null, 0, true],
      [null, null, 0, false],
      [null, null, 0, false],
    ]);
  });

  describe("that the customer takes up again", () => {
    const reopened = async () =>
      (await scene.ended()).map(([, one]) => scene.minuteOf(one.reopenedAt));

    it("say so, by the message that began the next one, however often it is heard of", async () => {
      await happens(writes, resolves);
      const first = await scene.arrives();
      scene.pass(minute);
      const second = await scene.arrives();
      await Promise.all([scene.react(second), scene.react(first), scene.react(first)]);
      assert.deepEqual(await reopened(), [2]);
    });

    it("say so also when the next one is over before that was heard", async () => {
      await happens(writes, resolves);
      const messageId = await scene.arrives();
      await happens(() => undefined, resolves);
      await scene.react(messageId);
      assert.deepEqual(await reopened(), [2, null]);
    });

    it("say nothing when it was we who began", async () => {
      await happens(writes, resolves, sends, writes, resolves);
      assert.deepEqual(await reopened(), [null, null]);
    });
  });

  it("are those of both when two conversations become one", async () => {
    const other = { sender: { address: "visitor:two" } };
    const otherId = hash(channelId, other.sender.address);
    const ends = (id: string) => setStatus(scene.doer(), id, "resolved");
    await happens(
      writes,
      () => scene.arrives(other),
      resolves,
      () => ends(otherId),
    );
    await happens(() => scene.arrives(other));
    assert.equal(await joinAll(scene.connection, [conversationId, otherId]), conversationId);
    assert.deepEqual(await spans(), [
      [1, 0, 2],
      [2, 1, 3],
    ]);
    assert.deepEqual(await state(), [3, 4, null]);
    const [, [, second] = assert.fail()] = await scene.ended();
    const contact = await contactIn(scene.workspaceId, conversationId);
    assert.deepEqual([second.conversationId, second.about], [conversationId, [contact?.id]]);
  });

  it("are not measured before those of the past are rebuilt", async () => {
    await happens(writes);
    const ref = conversationsOf(scene.workspaceId).doc(conversationId);
    const { episode: _, episodeAt: __, ...word } = (await ref.get()).data() ?? {};
    await ref.set(word);
    await happens(sends, resolves, opens, resolves, writes);
    assert.deepEqual(await spans(), []);
    assert.equal((await scene.conversation()).episode, undefined);
  });
});
