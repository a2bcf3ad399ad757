import { Router } from "express";
import * as z from "zod";
import { Inbound } from "../phones/inbound.ts";
import type { World } from "../phones/world.ts";
import { providers } from "../providers/index.ts";
import { deliver } from "./deliver.ts";

const Provider = z.enum(Object.keys(providers) as [keyof typeof providers]);

/** POST /{provider}/inbound: a customer writes; answers with what the house's webhook answered. */
export function inbound(world: World): Router {
  const router = Router();
  router.post("/:provider/inbound", async (request, response) => {
    const provider = Provider.parse(request.params.provider);
    const message = Inbound.parse(request.body);
    const { entry, answers } = await deliver(world, provider, message);
    response.json({
      sid: entry.id,
      threadId: entry.threadId,
      status: answers.at(-1)?.status ?? null,
      answers,
    });
  });
  return router;
}
