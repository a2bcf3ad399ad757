import type { Response } from "express";
import type { World } from "../../../phones/world.ts";
import { graphError, refuse } from "../graph-error.ts";
import { MarkRead } from "./wire.ts";

/** The business has read a customer's message, and with it all before: their phone shows it. */
export function markRead(world: World, body: unknown, response: Response): void {
  const parsed = MarkRead.safeParse(body);
  if (!parsed.success) return void refuse(response, graphError("whatsapp", "131009", "status"));
  const entry = world.threads.entry(parsed.data.message_id);
  if (entry?.from !== "customer")
    return void refuse(response, graphError("whatsapp", "131009", "message_id is not known"));
  world.threads.readUpTo(entry);
  response.json({ success: true });
}
