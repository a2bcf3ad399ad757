import type { SystemEvent } from "@hilo/schema";
import { statusOf } from "@hilo/schema/message";
import { placeName } from "../../../../data/funnels.ts";
import type { ThreadMessage } from "../../../../data/thread-merge.ts";
import { phone } from "../../../../text/address.ts";
import { isCode } from "../../../../text/code.ts";
import { clockTime, upcoming } from "../../../../text/formats.ts";
import { t } from "../../../../text/thread.ts";
import { calledBy } from "../../../../text/who.ts";
import { w } from "../../../../text/words.ts";
import type { IconName } from "../../../../ui/icons.ts";
import { Lazy } from "../../../../ui/lazy.ts";

/** Why a mail did not go out: mostly nobody has to be told. */
export const reasons = new Lazy(() => import("../../../../text/failures.ts"), { ahead: true });

/** By what a lead was classified. */
export const stageReasons = new Lazy(() => import("../../../../text/reasons.ts"), { ahead: true });

type Host = { requestUpdate(): void };

/**
 * What happened to the conversation, as a sentence in the language in use, with the why when there is one; `host` is
 * drawn again when that has come.
 */
export function systemWords(message: ThreadMessage, now: number, host: Host): string {
  if (message.kind === "reaction") return reactionWords(message);
  const { event } = message;
  if (!event) return message.text;
  if (event.type === "mailed") return mailedWords(message, event.to ?? "", host);
  if (event.type === "stage") return stageWords(event, host);
  const who = message.author.type === "member" ? message.author.name : "";
  const said = words[event.type](who, event.to ?? "", now);
  const why = whyWords(event.why ?? "");
  return why === "" ? said : t.because(said, why);
}

/** Why, where somebody said it; by a code only where there are words for it. */
function whyWords(why: string): string {
  if (why === "snoozeOver") return t.snoozeOver;
  return isCode(why) ? "" : why;
}

const icons: Record<SystemEvent["type"], IconName> = {
  assigned: "userPlus",
  unassigned: "userX",
  status: "check",
  priority: "flag",
  tags: "tag",
  snoozed: "alarmClock",
  lead: "sparkles",
  stage: "sparkles",
  optOut: "ban",
  optIn: "message",
  addressChanged: "userPlus",
  mailed: "mail",
  mailStopped: "ban",
};

/** The icon that goes with it. */
export function systemIcon(message: ThreadMessage): IconName {
  if (message.event) return icons[message.event.type];
  return message.kind === "reaction" ? "smile" : "info";
}

type Wording = (who: string, to: string, now: number) => string;

const words: Record<SystemEvent["type"], Wording> = {
  assigned: (who, to) => {
    if (who === "") return t.assigned(to);
    return who === to ? t.tookIt(who) : t.assignedTo(who, to);
  },
  unassigned: (who, to) => {
    if (to !== "") return t.unassignedSince(to);
    return who === "" ? t.unassigned : t.unassignedBy(who);
  },
  status: (who, to) => {
    const state = lower(stateWords(to));
    return who === "" ? t.statusTo(state) : t.statusBy(who, state);
  },
  priority: (who, to) => {
    const priority = lower(stateWords(to));
    return who === "" ? t.priorityTo(priority) : t.priorityBy(who, priority);
  },
  tags: (who, to) => {
    const tags = to === "" ? t.noTags : to;
    return who === "" ? t.tagsTo(tags) : t.tagsBy(who, tags);
  },
  snoozed: (who, to, now) => {
    const until = to === "" ? t.theirAnswer : timeWords(to, now);
    return who === "" ? t.snoozedTo(until) : t.snoozedBy(who, until);
  },
  lead: () => t.lead,
  stage: (_who, to) => to,
  optOut: () => t.optOut,
  optIn: () => t.optIn,
  addressChanged: (_who, to) => addressWords(to),
  mailed: (_who, to) => t.mailingTo(to),
  mailStopped: (_who, to) => t.mailStopped(to),
};

/** How far a mail has come that carries what was not seen in the chat. */
function mailedWords(message: ThreadMessage, to: string, host: Host): string {
  const status = statusOf(message);
  if (status === "failed") {
    const why = reasons.of(host)?.failures[message.error?.reason ?? "other"];
    return why ? t.because(t.notMailed(to), lower(why)) : t.notMailed(to);
  }
  if (status === "unknown") return t.mailUnconfirmed(to);
  if (status === "queued" || status === "sending") return t.mailingTo(to);
  return t.mailedTo(to, clockTime(message.statusAt.sent ?? message.providerAt));
}

/** Where a lead stands now, and by which words. */
function stageWords({ to = "", why, words }: SystemEvent, host: Host): string {
  return stageReasons.of(host)?.stageLine(placeName(to, host), why, words) ?? "";
}

/** A new address that nobody can read is told without it. */
function addressWords(to: string): string {
  const shown = phone(to) ?? (/@/u.test(to) ? to : undefined);
  return shown === undefined ? t.addressChangedOnly : t.addressChanged(shown);
}

const stated = {
  open: () => w.open,
  waiting: () => w.waiting,
  snoozed: () => w.snoozed,
  resolved: () => w.resolved,
  closed: () => w.closed,
  low: () => w.low,
  normal: () => w.normal,
  high: () => w.high,
  urgent: () => w.urgent,
};

function stateWords(state: string): string {
  return isStated(state) ? stated[state]() : state;
}

function isStated(state: string): state is keyof typeof stated {
  return Object.hasOwn(stated, state);
}

/** A time is told in milliseconds or in ISO 8601. */
function timeWords(to: string, now: number): string {
  const at = /^\d+$/u.test(to) ? Number(to) : Date.parse(to);
  return Number.isFinite(at) ? upcoming(at, now) : to;
}

function reactionWords({ text, author, direction }: ThreadMessage): string {
  if (direction === "outbound") return t.reactionFailed(text);
  const name = calledBy(author.name);
  return text === "" ? t.unreacted(name) : t.reactedWith(name, text);
}

function lower(word: string): string {
  return word.slice(0, 1).toLocaleLowerCase() + word.slice(1);
}
