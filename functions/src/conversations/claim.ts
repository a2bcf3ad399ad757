import { type Conversation, claimMs } from "@hilo/schema";
import type { Doer } from "../audit/audit.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { altering } from "./current.ts";
import { turnBy } from "./turn.ts";

type Wish = { release?: boolean | undefined; override?: boolean | undefined };

/** Takes or renews the claim to answer for two minutes; gives it back with `release`. */
export async function claim(doer: Doer, id: string, wish: Wish): Promise<void> {
  await altering(doer.workspaceId, id, async (it) => {
    const held = running(it.conversation.claim);
    const others = held && held.memberId !== doer.id ? held : null;
    if (wish.release) {
      if (held && !others) it.alter({ claim: null });
      return;
    }
    if (others && !wish.override)
      throw new AppError("claimed", `${others.name} is answering this conversation right now.`);
    it.alter({
      claim: { memberId: doer.id, name: doer.name, until: now() + claimMs },
      // Who renews a claim has taken the turn with it.
      ...(held && !others ? {} : turnBy(doer, it.conversation, "claim")),
    });
  });
}

function running(claimed: Conversation["claim"]): Conversation["claim"] {
  return claimed && claimed.until > now() ? claimed : null;
}
