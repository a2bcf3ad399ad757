import type { ListedConversation, PublicChannel } from "@hilo/schema";
import { nobody } from "@hilo/schema/words";

/** What else a row tells at the edge of its last line; empty where it goes without saying. */
export type Beside = {
  /** Which of our numbers or addresses they write to. */
  channel: string;
  /** Who has it. */
  owner: { id: string; name: string } | null;
};

export type BesideContext = {
  /** Whether the list holds what several people have. */
  owners: boolean;
  nameOf(memberId: string): string | undefined;
  channels: readonly Pick<PublicChannel, "id" | "name" | "platform">[];
};

/** Our number is told where there is more than one of that platform, the owner where there may be several. */
export function besideOf(
  { channelId, platform, assigneeId }: ListedConversation,
  { owners, nameOf, channels }: BesideContext,
): Beside {
  const alike = channels.filter((channel) => channel.platform === platform);
  const channel = alike.length > 1 ? alike.find(({ id }) => id === channelId)?.name : undefined;
  const name = owners && assigneeId !== nobody ? nameOf(assigneeId) : undefined;
  return {
    channel: channel ?? "",
    owner: name === undefined ? null : { id: assigneeId, name },
  };
}
