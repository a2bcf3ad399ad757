import * as z from "zod";
import { Reason } from "./classification.ts";
import { LeadKind, LeadState } from "./lead-kind.ts";
import { Platform } from "./provider.ts";
import { Millis, Time } from "./time.ts";
import { nobody } from "./words.ts";

/** Integer minor units with an ISO 4217 code. */
export const Money = z.object({ amount: z.number().int(), currency: z.string().length(3) });
export type Money = z.infer<typeof Money>;

/** Where a lead came from; told once, when it is made. */
export const LeadSource = z.object({
  kind: z.enum(["channel", "campaign", "advertisement", "form", "import", "hand"]),
  channelId: z.string().optional(),
  platform: Platform.optional(),
  campaignId: z.string().optional(),
  /** What the provider calls the advertisement, or another system the form. */
  ref: z.string().max(200).optional(),
});
export type LeadSource = z.infer<typeof LeadSource>;

/** Why a rule decided, and the message in which the words of it stand. */
export const Evidence = Reason.extend({ messageId: z.string().optional() });
export type Evidence = z.infer<typeof Evidence>;

/** Where a lead stands: a stage of a funnel, since when, in which place of its column, and who or what put it there. */
export const Place = z.object({
  id: z.string(),
  stage: z.string(),
  since: Millis,
  /** Its order within the column, by characters: https://www.npmjs.com/package/fractional-indexing */
  rank: z.string(),
  /** A member's decision is final until the lead ends. */
  by: z.enum(["rule", "member", "apiKey", "migration"]),
  why: z.array(Evidence).max(10),
});
export type Place = z.infer<typeof Place>;

/** An id, or 'none'; null and missing, as leads of before the migration `leadTeam` have it, are read as that. */
function somebody() {
  return z
    .string()
    .nullish()
    .transform((id) => id ?? nobody);
}

/** The most tags and files of a lead. */
const mostOfEach = 50;

/** What a lead is in memory of what was said: the fold of the classifier, as its room keeps it, and up to where. */
export const Folded = z.object({
  /** The time of the newest message in it (ms), and the ids of those of that time. */
  at: Millis,
  ids: z.array(z.string()).max(40),
  state: z.unknown(),
});
export type Folded = z.infer<typeof Folded>;

/** `workspaces/{w}/leads/{leadId}`: a possible sale or a case of service. */
export const Lead = z.object({
  name: z.string(),
  contactId: z.string(),
  /** The conversation that it came from; null where it came from none. */
  conversationId: z.string().nullable(),
  /** Null while nothing tells what it is about. */
  kind: LeadKind.nullable(),
  state: LeadState,
  value: Money.nullable(),
  /** A member's uid, or 'none'. */
  ownerId: somebody(),
  /** A team's id, or 'none'. */
  teamId: somebody(),
  /** The day on which it is expected to be won, YYYY-MM-DD. */
  expectedOn: z.iso.date().nullable().default(null),
  source: LeadSource.default({ kind: "channel" }),
  /** Null while it is in no funnel: it stands in the tray of what is not classified. */
  funnel: Place.nullable().default(null),
  /** The column in which it stands, `{funnel}/{stage}`, 'tray' in the tray; null once it has ended or is another's. */
  column: z.string().nullable().default(null),
  /** What the rules think, and are not sure enough of or may not decide. */
  suggested: Place.pick({ id: true, stage: true, why: true }).nullish(),
  folded: Folded.optional(),
  /** Whether a person has changed anything of it. */
  touched: z.boolean().default(false),
  tags: z.array(z.string()).max(mostOfEach).default([]),
  files: z.array(z.string()).max(mostOfEach).default([]),
  /** Of a lost one: the id of the reason, after the workspace's list. */
  lostReason: z.string().nullish(),
  wonAt: Millis.nullable().default(null),
  lostAt: Millis.nullable().default(null),
  /** The lead that it was made one with. */
  mergedInto: z.string().optional(),
  /** Since when its customer waits, and when they were last answered (ms): they wait while the first is later. */
  waitingSince: Millis.nullish(),
  answeredAt: Millis.optional(),
  /** The time of the message that it came from, on whose day it counts. */
  openedAt: Millis.optional(),
  /** Who last changed it, where that was a person. */
  changedBy: z.object({ id: z.string(), name: z.string(), at: Millis }).optional(),
  createdAt: Time,
  updatedAt: Time,
});
export type Lead = z.infer<typeof Lead>;

/** The lead as boards and lists have it. */
export type ListedLead = Lead & { id: string };

/** Where leads stand of which nobody knows yet what they are about. */
export const tray = "tray";

/** The column of a lead that is open. */
export function columnOf(place: Pick<Place, "id" | "stage"> | null): string {
  return place ? `${place.id}/${place.stage}` : tray;
}

/** `workspaces/{w}/leads/{l}/notes/{id}`: what somebody wrote about a lead. */
export const LeadNote = z.object({
  text: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  createdAt: Time,
});
export type LeadNote = z.infer<typeof LeadNote>;

/** Whoever did something to a lead. */
export const LeadDoer = z.object({
  type: z.enum(["member", "apiKey", "rule", "system", "migration"]),
  id: z.string(),
  name: z.string(),
});
export type LeadDoer = z.infer<typeof LeadDoer>;

/** What becomes of a lead. */
export const LeadStep = z.enum([
  "created",
  "moved",
  "ended",
  "reopened",
  "changed",
  "merged",
  "wroteAgain",
]);
export type LeadStep = z.infer<typeof LeadStep>;

/** `workspaces/{w}/leads/{l}/history/{id}`: what became of a lead, and who or what did it. */
export const LeadHistory = z.object({
  /** Whose workspace it is: history is asked for over all leads of one. */
  workspaceId: z.string(),
  step: LeadStep,
  at: Millis,
  by: LeadDoer,
  /** The column that it left, how long (ms) it had stood there, and the one that it entered. */
  left: z.string().optional(),
  spentMs: Millis.optional(),
  entered: z.string().optional(),
  state: LeadState.optional(),
  lostReason: z.string().optional(),
  why: z.array(Evidence).optional(),
  /** The fields that were changed by hand. */
  changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })).optional(),
});
export type LeadHistory = z.infer<typeof LeadHistory>;

/** A lead that ended, and when. */
const EndedLead = z.object({ leadId: z.string(), at: Millis });

/**
 * `workspaces/{w}/openLeads/{contactId}`: the leads of a person that are open, one a matter: by the id of its funnel, or
 * 'none' while nothing tells what it is about; and by funnel the one that was last won or lost.
 */
export const OpenLeads = z
  .object({ ended: z.record(z.string(), EndedLead).default({}) })
  .catchall(z.unknown());
export type OpenLeads = z.infer<typeof OpenLeads>;

/** What no funnel is called, since it stands beside them. */
export const notFunnels: readonly string[] = [nobody, "ended", tray];
