import type { ListedConversation } from "@hilo/schema";
import { upcoming } from "../../../text/formats.ts";
import { t } from "../../../text/inbox.ts";
import { w } from "../../../text/words.ts";
import type { Tone } from "../../../ui/tag.ts";

export type StateTag = { text: string; tone: Tone };

/** What a stage is called, named as `columnOf` names it; nothing as long as nobody knows. */
export type StageName = (column: string) => string | undefined;

/**
 * The one thing `self` should know about a conversation's state, the most telling first; null when there is nothing
 * to say. A stage that has no name yet is not said.
 */
export function tagOf(
  one: ListedConversation,
  now: number,
  self = "",
  stageIn: StageName = () => undefined,
): StateTag | null {
  if (one.claim && one.claim.until > now && one.claim.memberId !== self)
    return { text: t.answering(one.claim.name), tone: "accent" };
  if (one.failedAt) return { text: t.sendProblem, tone: "bad" };
  if (one.optedOut) return { text: t.optedOut, tone: "neutral" };
  if (one.status === "resolved") return { text: w.resolved, tone: "good" };
  if (one.status === "closed") return { text: w.closed, tone: "neutral" };
  if (one.status === "snoozed") return snoozed(one, now);
  if (one.priority === "urgent") return { text: w.urgent, tone: "bad" };
  if (one.priority === "high") return { text: w.high, tone: "warning" };
  const stage = one.funnel && stageIn(`${one.funnel.id}/${one.funnel.stage}`);
  if (stage) return { text: stage, tone: "info" };
  if (one.status === "waiting") return { text: w.waiting, tone: "info" };
  const [first] = one.tags;
  if (first) return { text: first, tone: "neutral" };
  return isNew(one) ? { text: t.newTag, tone: "neutral" } : null;
}

/** Who comes back is not new. */
function isNew({ firstResponseAt, episode }: ListedConversation): boolean {
  return firstResponseAt === null && (episode ?? 1) === 1;
}

function snoozed({ snoozedUntil }: ListedConversation, now: number): StateTag {
  const until = snoozedUntil === null ? t.theirAnswer : upcoming(snoozedUntil, now);
  return { text: t.snoozedUntil(until), tone: "neutral" };
}
