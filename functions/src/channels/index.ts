import type { Provider } from "@hilo/schema";
import type { Channel } from "./channel.ts";
import { email } from "./email/index.ts";
import { kapso } from "./kapso/index.ts";
import { meta } from "./meta/index.ts";
import { telegram } from "./telegram/index.ts";
import { twilio } from "./twilio/index.ts";
import { webchat } from "./webchat/index.ts";
import { x } from "./x/index.ts";

/** Every channel that is built, by provider. */
const channels = { email, kapso, meta, telegram, twilio, webchat, x } satisfies {
  [P in Provider]?: Channel<unknown>;
};

/** The channel of a provider, or undefined while it is not built. */
export function channelOf(provider: Provider): Channel<unknown> | undefined {
  const built: Partial<Record<Provider, Channel<unknown>>> = channels;
  return built[provider];
}

/** Every channel that is built. */
export function builtChannels(): Channel<unknown>[] {
  return Object.values(channels);
}
