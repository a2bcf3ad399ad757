import { Router } from "express";
import * as z from "zod";
import { channels, demoChannelOf } from "../phones/demo-channels.ts";
import { Writer } from "../phones/person.ts";
import { platforms } from "../phones/platform.ts";
import type { World } from "../phones/world.ts";
import { providers } from "../providers/index.ts";
import type { SimulatedProvider } from "../providers/provider.ts";
import * as webchat from "../providers/webchat/failures.ts";
import { BehaviourChange } from "../wire/behaviour.ts";

/** A customer whom the house knows already, and when they last wrote (ms), which decides the 24-hour window. */
const Known = z.strictObject({
  channel: z.enum(platforms),
  /** Whose channel, where several providers have the platform; the first one's unless told. */
  provider: z.string().exactOptional(),
  from: Writer,
  lastInboundAt: z.number().int().nullable().default(null),
});

/** Everything else the page and tests ask for or change. */
export function state(world: World, refuse: (milliseconds: number) => void): Router {
  const router = Router();
  reading(router, world);
  router.post("/people", (request, response) => {
    const known = z.array(Known).max(2000).parse(request.body);
    for (const one of known) introduce(world, one);
    response.json({ people: known.length });
  });
  router.post("/behaviour", (request, response) => {
    world.behaviours.change(BehaviourChange.parse(request.body));
    response.json(world.behaviours.state());
  });
  router.post("/usual", (_request, response) => {
    world.behaviours.usual();
    response.json(world.behaviours.state());
  });
  router.post("/threads/:id/seen", (request, response) => {
    const thread = world.threads.threads.get(String(request.params.id));
    if (thread) providerOf(thread)?.seen(world, thread);
    response.status(thread ? 204 : 404).end();
  });
  router.post("/refuse", (request, response) => {
    const { ms } = z.strictObject({ ms: z.number().int().min(1).max(60_000) }).parse(request.body);
    response.status(202).json({ ms });
    response.on("finish", () => refuse(ms));
  });
  router.post("/reset", (_request, response) => {
    world.reset();
    response.status(204).end();
  });
  return router;
}

function reading(router: Router, world: World): void {
  router.get("/threads", (_request, response) => {
    const { people, threads } = world.threads;
    const behaviour = world.behaviours.state();
    const { list: exchanges } = world.exchanges;
    const failures = Object.entries({ ...providers, webchat }).flatMap(([provider, one]) =>
      one.failures.map((failure) => ({ provider, ...failure })),
    );
    const { target } = world.settings;
    response.json({
      target,
      channels,
      people: [...people.values()],
      threads: [...threads.values()],
      behaviour,
      exchanges,
      failures,
    });
  });
  router.get("/sends", (_request, response) => {
    response.json({ sends: world.sends.list() });
  });
  router.get("/behaviour", (_request, response) => {
    response.json(world.behaviours.state());
  });
}

function providerOf(thread: { channelId: string }): SimulatedProvider | undefined {
  const all: Record<string, SimulatedProvider> = providers;
  return all[demoChannelOf(thread).provider];
}

function introduce(world: World, known: z.output<typeof Known>): void {
  const { channel, provider, from, lastInboundAt } = known;
  const ours = channels.find(
    (one) => one.platform === channel && (provider ?? one.provider) === one.provider,
  );
  if (!ours) return;
  const thread = world.threads.thread(ours, world.threads.meet(from, channel));
  thread.lastInboundAt = Math.max(thread.lastInboundAt ?? 0, lastInboundAt ?? 0) || null;
  world.threads.changed(thread);
}
