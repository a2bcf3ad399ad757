import { type Conversation, claimMs } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { type Altering, altering } from "./current.ts";

type Wish = { release?: boolean | undefined; override?: boolean | undefined };

/** Takes or renews the claim to answer for two minutes; gives it back with `release`. */
export async function claim(doer: Doer, id: string, wish: Wish): Promise<void> {
  await altering(doer.workspaceId, id, async (it) => {
    const held = running(it.conversation.claim);
    const others = held && held.memberId !== doer.id ? held : null;
    if (wish.release) {
      if (held && !others) set(it, doer, id, { from: held, to: null });
      return;
    }
    if (others && !wish.override)
      throw new AppError("claimed", `${others.name} is answering this conversation right now.`);
    const to = { memberId: doer.id, name: doer.name, until: now() + claimMs };
    set(it, doer, id, { from: held, to });
  });
}

function running(claimed: Conversation["claim"]): Conversation["claim"] {
  return claimed && claimed.until > now() ? claimed : null;
}

/** Writes the claim, and who has it now; one that is only renewed while typing is no news. */
function set(
  { transaction, alter }: Altering,
  doer: Doer,
  id: string,
  { from, to }: { from: Conversation["claim"]; to: Conversation["claim"] },
): void {
  alter({ claim: to });
  if (from?.memberId === to?.memberId) return;
  audit(transaction, doer, "conversations.claim", `conversations/${id}`, {
    claim: { from: from?.name, to: to?.name },
  });
}
