import { channels, type DemoChannelId } from "../../simulator/src/phones/demo-channels.ts";
import { providers } from "../../simulator/src/providers/index.ts";
import type { FailureCode, SimulatedProvider } from "../../simulator/src/providers/provider.ts";

/** How the simulator's page has a message fail when a code of the channel is chosen; throws when it is not offered. */
export function failureOn(channelId: DemoChannelId, code: string) {
  const found = offeredOn(channelId).find((one) => String(one.code) === code);
  if (!found) throw new RangeError(`${channelId} does not offer ${code}`);
  return { code: found.code, at: found.at[0] ?? "callback" };
}

function offeredOn(channelId: DemoChannelId): FailureCode[] {
  const channel = channels.find(({ id }) => id === channelId);
  if (!channel) throw new RangeError(`No channel ${channelId}`);
  const all: Record<string, SimulatedProvider> = providers;
  const failures = all[channel.provider]?.failures ?? [];
  return failures.filter(({ platforms }) => !platforms || platforms.includes(channel.platform));
}
