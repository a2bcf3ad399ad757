import { endpoints } from "@hilo/schema";
import type { Router } from "express";
import { bind } from "../platform/http.ts";
import { addChannel } from "./add.ts";
import { changeChannel } from "./change.ts";
import { channelDetails, listChannels, listKinds } from "./channel-views.ts";
import { testChannel, tryChannel } from "./connection-test.ts";

/** The endpoints of channels. */
export function routes(router: Router): void {
  bind(router, endpoints.listChannels, async ({ actor }) => ({
    channels: await listChannels(actor.workspaceId, actor.role),
  }));
  bind(router, endpoints.listChannelKinds, async () => ({ kinds: listKinds() }));
  bind(router, endpoints.getChannel, ({ actor, params }) =>
    channelDetails(actor.workspaceId, params.channelId),
  );
  bind(router, endpoints.addChannel, ({ actor, body }) => addChannel(actor, body));
  bind(router, endpoints.changeChannel, ({ actor, params, body }) =>
    changeChannel(actor, params.channelId, body),
  );
  bind(router, endpoints.testChannel, ({ actor, params, body }) =>
    testChannel(actor, params.channelId, body),
  );
  bind(router, endpoints.tryChannel, ({ actor, body }) => tryChannel(actor.workspaceId, body));
}
