import * as z from "zod";
import { ApiKey } from "./api-key.ts";
import { Attendance } from "./attendance.ts";
import { AuditEntry } from "./audit.ts";
import { Channel, ChannelSecret, StoredHealth } from "./channel.ts";
import { Contact } from "./contact.ts";
import { ContactKey } from "./contact-key.ts";
import { Conversation } from "./conversation.ts";
import { DeadLetter } from "./dead-letter.ts";
import { Episode } from "./episode.ts";
import { eventDays, ToldEvent } from "./events.ts";
import { StoredFile } from "./file.ts";
import { Funnel } from "./funnel.ts";
import { IdempotentAnswer } from "./idempotency.ts";
import { Identity } from "./identity.ts";
import { Lead, LeadHistory, LeadNote, OpenLeads } from "./lead.ts";
import { LeadSettings } from "./lead-settings.ts";
import { LetterPart } from "./letter-part.ts";
import { MailRecipient } from "./mail-recipient.ts";
import { Member } from "./member.ts";
import { Message } from "./message.ts";
import { Operation, OperationChanges, operationDays } from "./operation.ts";
import type { Permission } from "./permissions.ts";
import { Presence } from "./presence.ts";
import { Settings } from "./settings.ts";
import { StatsDocument } from "./stats.ts";
import { Suggestion } from "./suggestion.ts";
import { Suppression } from "./suppression.ts";
import { Template } from "./template/template.ts";

/** What is to be said of a collection, besides its name. */
export type Collection = {
  readonly shape: z.ZodType;
  /**
   * How a person's documents are found in it: each is a `contact`, names its `contactId` or several `contacts`, belongs
   * to a `conversation`, a `lead` or an `address` of theirs; `about`: it names them, among others, as far as they were
   * known; `unknown`: it may hold what anybody wrote, and goes by itself; `nobody`: it is about the house and those who
   * work in it.
   */
  readonly whose:
    | "contact"
    | "contactId"
    | "conversation"
    | "lead"
    | "address"
    | "contacts"
    | "about"
    | "unknown"
    | "nobody";
  /**
   * How long it is kept: as long as the `house`, as long as the `person` whose it is, or so many days, after which
   * Firestore deletes it by its `expiresAt`.
   */
  readonly kept: "house" | "person" | { readonly days: number };
  /**
   * What clients have to be allowed to read it; null: none reads it, but the API. Of operations, whoever began one reads
   * that, too.
   */
  readonly readers: Permission | null;
  /** Whether a member who may see only a part of the conversations sees only a part of it. */
  readonly scoped: boolean;
  /** Where Cloud Storage has the bytes of its documents. */
  readonly blobs?: string;
};

/** Every collection under `workspaces/{workspaceId}`. Rules' tests, retention, erasure and export walk this list. */
export const collections = {
  apiKeys: { shape: ApiKey, whose: "nobody", kept: "house", readers: null, scoped: false },
  attendances: { shape: Attendance, whose: "nobody", kept: "house", readers: null, scoped: false },
  audit: {
    shape: AuditEntry,
    whose: "nobody",
    kept: "house",
    readers: "audit.read",
    scoped: false,
  },
  channels: {
    shape: Channel,
    whose: "nobody",
    kept: "house",
    readers: "channels.read",
    scoped: false,
  },
  channelHealth: {
    shape: StoredHealth,
    whose: "nobody",
    kept: "house",
    readers: null,
    scoped: false,
  },
  channelSecrets: {
    shape: ChannelSecret,
    whose: "nobody",
    kept: "house",
    readers: null,
    scoped: false,
  },
  contacts: {
    shape: Contact,
    whose: "contact",
    kept: "person",
    readers: "conversations.work",
    scoped: true,
  },
  contactKeys: {
    shape: ContactKey,
    whose: "contacts",
    kept: "person",
    readers: null,
    scoped: false,
  },
  conversations: {
    shape: Conversation,
    whose: "contactId",
    kept: "person",
    readers: "conversations.work",
    scoped: true,
  },
  "conversations/{conversationId}/messages": {
    shape: Message,
    whose: "conversation",
    kept: "person",
    readers: "conversations.work",
    scoped: true,
  },
  deadLetters: {
    shape: DeadLetter,
    whose: "about",
    kept: { days: 90 },
    readers: "deadLetters.manage",
    scoped: false,
  },
  episodes: {
    shape: Episode,
    whose: "conversation",
    kept: "person",
    readers: "conversations.work",
    scoped: true,
  },
  events: {
    shape: ToldEvent,
    whose: "unknown",
    kept: { days: eventDays },
    readers: null,
    scoped: false,
  },
  files: {
    shape: StoredFile,
    whose: "contacts",
    kept: "person",
    readers: null,
    scoped: false,
    blobs: "{workspaceId}/{fileId}",
  },
  funnels: { shape: Funnel, whose: "nobody", kept: "house", readers: null, scoped: false },
  idempotency: {
    shape: IdempotentAnswer,
    whose: "unknown",
    kept: { days: 1 },
    readers: null,
    scoped: false,
  },
  identities: { shape: Identity, whose: "contactId", kept: "person", readers: null, scoped: false },
  leads: {
    shape: Lead,
    whose: "contactId",
    kept: "person",
    readers: "conversations.work",
    scoped: true,
  },
  "leads/{leadId}/history": {
    shape: LeadHistory,
    whose: "lead",
    kept: "person",
    readers: null,
    scoped: false,
  },
  "leads/{leadId}/notes": {
    shape: LeadNote,
    whose: "lead",
    kept: "person",
    readers: null,
    scoped: false,
  },
  letterParts: {
    shape: LetterPart,
    whose: "unknown",
    kept: { days: 90 },
    readers: null,
    scoped: false,
  },
  mailRecipients: {
    shape: MailRecipient,
    whose: "address",
    kept: "person",
    readers: null,
    scoped: false,
  },
  members: {
    shape: Member,
    whose: "nobody",
    kept: "house",
    readers: "members.read",
    scoped: false,
  },
  openLeads: { shape: OpenLeads, whose: "contact", kept: "person", readers: null, scoped: false },
  operations: {
    shape: Operation,
    whose: "nobody",
    kept: { days: operationDays },
    readers: "operations.all",
    scoped: false,
    blobs: "{workspaceId}/operations/{operationId}/{part}",
  },
  "operations/{operationId}/changes": {
    shape: OperationChanges,
    whose: "about",
    kept: { days: operationDays },
    readers: null,
    scoped: false,
  },
  presences: {
    shape: Presence,
    whose: "nobody",
    kept: "house",
    readers: "conversations.work",
    scoped: false,
  },
  settings: {
    shape: z.union([Settings, LeadSettings]),
    whose: "nobody",
    kept: "house",
    readers: "conversations.work",
    scoped: false,
  },
  stats: {
    shape: StatsDocument,
    whose: "nobody",
    kept: "house",
    readers: "conversations.work",
    scoped: false,
  },
  suggestions: {
    shape: Suggestion,
    whose: "contacts",
    kept: "person",
    readers: null,
    scoped: false,
  },
  suppressions: {
    shape: Suppression,
    whose: "nobody",
    kept: "house",
    readers: null,
    scoped: false,
  },
  templates: {
    shape: Template,
    whose: "nobody",
    kept: "house",
    readers: "templates.use",
    scoped: false,
  },
} as const satisfies Record<string, Collection>;
export type CollectionName = keyof typeof collections;
