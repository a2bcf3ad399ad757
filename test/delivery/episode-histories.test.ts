import assert from "node:assert/strict";
import { type Episode, isOver } from "@hilo/schema";
import fc from "fast-check";
import { snooze } from "../../functions/src/conversations/desk.ts";
import { rebuiltEpisodes } from "../../functions/src/conversations/rebuilt-episodes.ts";
import { setClock } from "../../functions/src/platform/clock.ts";
import { commitSeed } from "../support/commit-seed.ts";
import { conversationId, type Scene, sceneOf } from "./episode-scene.ts";

describe("the episodes of a conversation, whatever happens", () => {
  let scene: Scene;
  afterEach(() => setClock());

  const writes = () => scene.writes();
  const sends = () => scene.sends();
  const resolves = () => scene.becomes("resolved");
  const closes = () => scene.becomes("closed");
  const opens = () => scene.becomes("open");

  it("are, one after another, what their thread tells", async () => {
    const acts: Record<string, () => unknown> = {
      writes,
      sends,
      resolves,
      closes,
      opens,
      waits: () => scene.becomes("waiting"),
      puts: () => snooze(scene.doer(), conversationId, null),
      system: () => scene.sends("apiKey"),
      campaign: () => scene.sendsBy("campaign", "marketing"),
      elsewhere: () => scene.answersElsewhere(),
      machine: () => scene.writes({ quiet: true }),
      endsBySystem: () => scene.becomes("resolved", "apiKey"),
    };
    const histories = fc.array(fc.constantFrom(...Object.keys(acts)), { maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        scene = await sceneOf();
        await scene.happens(writes, ...history.map((name) => acts[name] ?? assert.fail()));
        const conversation = await scene.conversation();
        const { episode, episodeAt, ...word } = conversation;
        const { firstResponseAt } = word;
        // What another system told after the end is no matter that the past would tell of.
        const under = isOver(conversation.status)
          ? { episodeAt: null, firstResponseAt: null }
          : { episodeAt, firstResponseAt };
        const told = rebuiltEpisodes(word, await scene.thread(), {
          conversationId,
          language: null,
        });
        const ended = await scene.ended();
        assert.deepEqual(
          { changes: { episode, ...under }, episodes: ended.map(([, one]) => one) },
          {
            ...told,
            episodes: told?.episodes.map((one, n) => ({ ...one, ...asOf(ended[n]?.[1]) })),
          },
        );
        assert.deepEqual(
          ended.map(([n]) => n),
          ended.map((_, n) => n + 1),
        );
      }),
      { numRuns: 25, seed: commitSeed(), endOnFailure: true },
    );
  });

  it("end once, whoever does it at the same moment as others and as the customer", async () => {
    setClock();
    for (let round = 0; round < 8; round += 1) {
      scene = await sceneOf();
      setClock();
      await writes();
      const bursts = [resolves, writes, closes, sends, () => scene.arrives(), opens, resolves];
      for (let turn = 0; turn < 3; turn += 1)
        await Promise.all(bursts.slice(turn, turn + 4).map((act) => act()));
      const conversation = await scene.conversation();
      const ended = await scene.ended();
      assert.deepEqual(
        ended.map(([n]) => n),
        ended.map((_, n) => n + 1),
      );
      assert.equal(conversation.episode, ended.length + 1);
      for (const [n, { from, to }] of ended) {
        assert.ok(from <= to, `${n} ends after it begins`);
        assert.ok((ended[n - 2]?.[1].to ?? 0) <= from, `${n} begins after the one before`);
      }
      const isUnderWay = typeof conversation.episodeAt === "number";
      assert.equal(isUnderWay, !["resolved", "closed"].includes(conversation.status));
    }
  });
});

/** What only the end of an episode knows. */
function asOf(episode: Episode | undefined): Partial<Episode> {
  return { assigneeId: episode?.assigneeId ?? "none" };
}
