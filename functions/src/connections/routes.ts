import { endpoints } from "@hilo/schema";
import type { Router } from "express";
import { bind } from "../platform/http.ts";
import { addChannel, listChannels } from "./directory.ts";

/** The endpoints of channels. */
export function routes(router: Router): void {
  bind(router, endpoints.listChannels, async ({ actor }) => ({
    channels: await listChannels(actor.workspaceId),
  }));
  bind(router, endpoints.addChannel, ({ actor, body }) => addChannel(actor, body));
}
