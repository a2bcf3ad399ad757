import type {
  Call,
  ContactCard,
  ConversationStatus,
  DeliveryError,
  LeadKind,
  LeadState,
  Location,
  MessageKind,
  MessageStatus,
  Priority,
  Referral,
  SystemEvent,
} from "@hilo/schema";
import type { ChannelId } from "./channel-table.ts";
import type { FixtureName } from "./fixtures.ts";
import type { MemberId } from "./members.ts";
import type { PersonId } from "./people.ts";

/** One entry of a dialogue, as short as it can be written down. */
export type Line = LineDetails & {
  from: "inbound" | "outbound" | "note" | "system";
  text: string;
};

type LineDetails = {
  /** Minutes since the line before; a few when not said. */
  after?: number;
  /** The member who wrote it; the assignee when not said. */
  by?: MemberId;
  kind?: MessageKind;
  file?: FixtureName;
  location?: Location;
  card?: ContactCard;
  referral?: Referral;
  call?: Call;
  forwarded?: boolean;
  event?: SystemEvent;
  /** The index of the line it quotes. */
  quotes?: number;
  /** How far the delivery came, when not as far as the platform tells. */
  status?: MessageStatus;
  error?: DeliveryError;
  reaction?: string;
};

/** When a dialogue's last line was written: so long ago, or on a day at a time of the workspace's zone. */
export type Ended = { minutes: number } | { days: number; at: string };

/** A conversation of the demonstration. */
export type Dialogue = {
  channel: ChannelId;
  person: PersonId;
  ended: Ended;
  status: ConversationStatus;
  assignee?: MemberId;
  /** A team's id. */
  team?: string;
  priority?: Priority;
  tags?: string[];
  /** When not as many as came since our last answer. */
  unread?: number;
  /** Hours from now until it wakes up again. */
  snoozedHours?: number;
  optedOut?: boolean;
  /** Of a thread by e-mail. */
  subject?: string;
  /** Value in Chilean pesos, which have no smaller unit. */
  lead: { kind: LeadKind; state: LeadState; value?: number; notes?: string };
  /** The stage of its funnel, where that is not the usual one of its state. */
  stage?: string;
  lines: Line[];
};

/** The customer writes. */
export function they(text: string, details: LineDetails = {}): Line {
  return { from: "inbound", text, ...details };
}

/** The business answers. */
export function we(text: string, details: LineDetails = {}): Line {
  return { from: "outbound", text, ...details };
}

/** The customer calls: for so many seconds, or nobody takes it. */
export function called(seconds: number | null, details: LineDetails = {}): Line {
  const end =
    seconds === null
      ? ({ state: "missed" } as const)
      : ({ state: "completed", durationMs: seconds * 1000 } as const);
  return they("", {
    kind: "call",
    call: { direction: "inbound", sequence: 2, ...end },
    ...details,
  });
}

/** A member leaves an internal note. */
export function note(text: string, details: LineDetails = {}): Line {
  return { from: "note", text, ...details };
}

/** The conversation changed. */
export function told(event: SystemEvent, details: LineDetails = {}): Line {
  return { from: "system", text: "", event, ...details };
}

export const minutes = (count: number): Ended => ({ minutes: count });
export const hours = (count: number): Ended => ({ minutes: Math.round(count * 60) });
export const days = (count: number, at: string): Ended => ({ days: count, at });
