import type { Thread } from "../../../data/messages.ts";
import { isSignedIn, session } from "../../../data/session.ts";
import { t } from "../../../text/desk.ts";
import type { Source } from "../../../ui/source.ts";
import { toast } from "../../../ui/toast.ts";
import { act } from "../message/act.ts";
import { fateOf } from "../message/fate.ts";
import type { LiveConversation } from "./reading/live-conversation.ts";

/**
 * Resolves a conversation once the provider has taken what was sent in it last, unless that was refused or taken back, or
 * the customer wrote meanwhile; both are followed until then, wherever its member goes. Tells `done` when it did.
 */
export async function resolveSent(
  { conversation, live }: Pick<LiveConversation, "conversation" | "live">,
  messageIds: readonly string[],
  done: () => void,
): Promise<void> {
  const read = () => (typeof conversation.value === "object" ? conversation.value : undefined);
  const before = read();
  const stop = conversation.subscribe(() => undefined);
  const hasLeft = await followed(live.thread, messageIds).finally(stop);
  const now = read();
  if (!hasLeft || !before || !now) return;
  if (now.inboundCount !== before.inboundCount) toast({ text: t.wroteMeanwhile });
  else if (now.status === "resolved" || (await act(now, { status: "resolved" }))) done();
}

function followed(thread: Source<Thread>, ids: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      const fate = isSignedIn() ? fateOf(thread.value.messages, ids) : "lost";
      if (fate === undefined) return;
      for (const stop of stops) stop();
      resolve(fate === "left");
    };
    const stops = [thread.subscribe(look), session.subscribe(look)];
  });
}
