import { type KnownFunnel, type Lead, type LeadSource, nobody } from "@hilo/schema";
import type { NewMessage } from "../conversations/new-message.ts";
import { hash } from "../platform/crypto.ts";
import { type Goal, goalOf, hintOf } from "./decision.ts";
import type { Fold } from "./folding.ts";
import { type Beginning, placeAt, stateIn } from "./making.ts";
import { rankAt } from "./rank.ts";
import { theRules } from "./steps.ts";

/** The lead that a message makes is the same one whenever it is told. */
export function leadIdOf({ conversationId, messageId }: NewMessage): string {
  return hash("lead", conversationId, messageId);
}

/** What a lead begins with that a message makes. */
export function beginning(
  arrived: NewMessage,
  fold: Fold,
  goal: Goal | undefined,
  funnels: readonly KnownFunnel[],
): Beginning {
  const { conversation, conversationId, message } = arrived;
  const { assigneeId, teamId, contactId, contact } = conversation;
  const at = message.providerAt;
  const blank = { kind: null, state: "new", touched: false } as const;
  return {
    name: contact.name,
    contactId,
    conversationId,
    source: sourceOf(arrived),
    teamId,
    kind: null,
    ...(goal ? ofStage(funnels, goal, fold, blank) : {}),
    ...heardBy(arrived, fold, { ownerId: nobody, touched: false }),
    ownerId: assigneeId,
    ...(goal ? {} : hintOf(goalOf(fold.says, arrived.messageId, funnels))),
    funnel: goal ? placeAt(goal, "rule", { at, rank: rankAt(at) }) : null,
    openedAt: at,
    by: theRules,
    why: goal?.why,
  };
}

function sourceOf({ conversation, message }: NewMessage): LeadSource {
  const { channelId, platform } = conversation;
  const ref = message.referral?.sourceId;
  const kind = message.referral ? "advertisement" : "channel";
  return { kind, channelId, platform, ...(ref ? { ref: ref.slice(0, 200) } : {}) };
}

/** What a lead is in memory of with a message, since when its customer waits, and who has it while nobody says. */
export function heardBy(
  { conversation }: NewMessage,
  { folded }: Fold,
  { ownerId, touched }: Pick<Lead, "ownerId" | "touched">,
): Pick<Lead, "folded" | "waitingSince"> & { ownerId?: string } {
  const { waitingSince, assigneeId } = conversation;
  const isTaken = ownerId === nobody && !touched && assigneeId !== nobody;
  return { folded, waitingSince, ...(isTaken ? { ownerId: assigneeId } : {}) };
}

/** The kind and the state that follow from a stage; what a person has said of them stays. */
export function ofStage(
  funnels: readonly KnownFunnel[],
  goal: Goal,
  { says }: Fold,
  { kind, state, touched }: Pick<Lead, "kind" | "state" | "touched">,
): Pick<Lead, "kind" | "state"> {
  const funnel = funnels.find(({ id }) => id === goal.id);
  const stage = funnel?.stages.find(({ id }) => id === goal.stage);
  return { kind: touched ? kind : (says.leadKind ?? kind), state: stateIn(stage ?? {}, state) };
}
