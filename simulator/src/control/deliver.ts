import type { Delivery } from "../phones/about.ts";
import { channels } from "../phones/demo-channels.ts";
import type { Inbound } from "../phones/inbound.ts";
import type { World } from "../phones/world.ts";
import { type ProviderName, providers } from "../providers/index.ts";

/** Lets a customer write by a provider. */
export async function deliver(
  world: World,
  provider: ProviderName,
  message: Inbound,
): Promise<Delivery> {
  const channel = channels.find(
    (one) => one.provider === provider && one.platform === message.channel,
  );
  if (!channel) throw new RangeError(`${provider} has no channel for ${message.channel}`);
  const person = world.threads.meet(message.from, message.channel);
  const thread = world.threads.thread(channel, person);
  return providers[provider].deliver(world, { channel, person, thread }, message);
}
