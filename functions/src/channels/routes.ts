import type { channelEndpoints } from "@hilo/schema";
import type { Handlers } from "../platform/handlers.ts";
import { addChannel } from "./add.ts";
import { changeChannel } from "./change.ts";
import { channelDetails, listChannels, listKinds } from "./channel-views.ts";
import { testChannel, tryChannel } from "./connection-test.ts";

/** The endpoints of channels. */
export const handlers = {
  listChannels: async ({ actor }) => ({
    channels: await listChannels(actor.workspaceId, actor.role),
  }),
  listChannelKinds: async () => ({ kinds: listKinds() }),
  getChannel: ({ actor, params }) => channelDetails(actor.workspaceId, params.channelId),
  addChannel: ({ actor, body }) => addChannel(actor, body),
  changeChannel: ({ actor, params, body }) => changeChannel(actor, params.channelId, body),
  testChannel: ({ actor, params, body }) => testChannel(actor, params.channelId, body),
  tryChannel: ({ actor, body }) => tryChannel(actor.workspaceId, body),
} satisfies Handlers<typeof channelEndpoints>;
