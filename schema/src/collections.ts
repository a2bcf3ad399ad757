import { ApiKey } from "./api-key.ts";
import { Attendance } from "./attendance.ts";
import { AuditEntry } from "./audit.ts";
import { Channel, ChannelSecret } from "./channel.ts";
import { Contact } from "./contact.ts";
import { Conversation } from "./conversation.ts";
import { DeadLetter } from "./dead-letter.ts";
import { StoredFile } from "./file.ts";
import { IdempotentAnswer } from "./idempotency.ts";
import { Identity } from "./identity.ts";
import { Lead } from "./lead.ts";
import { LetterPart } from "./letter-part.ts";
import { MailRecipient } from "./mail-recipient.ts";
import { Member } from "./member.ts";
import { Message } from "./message.ts";
import { Presence } from "./presence.ts";
import { Settings } from "./settings.ts";
import { Stats } from "./stats.ts";
import { Template } from "./template.ts";

/** Every collection under `workspaces/{workspaceId}`, and the shape of its documents. */
export const collections = {
  apiKeys: ApiKey,
  attendances: Attendance,
  audit: AuditEntry,
  channels: Channel,
  channelSecrets: ChannelSecret,
  contacts: Contact,
  conversations: Conversation,
  "conversations/{conversationId}/messages": Message,
  deadLetters: DeadLetter,
  files: StoredFile,
  idempotency: IdempotentAnswer,
  identities: Identity,
  leads: Lead,
  letterParts: LetterPart,
  mailRecipients: MailRecipient,
  members: Member,
  presences: Presence,
  settings: Settings,
  stats: Stats,
  templates: Template,
} as const;
export type CollectionName = keyof typeof collections;
