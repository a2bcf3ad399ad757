import * as z from "zod";
import { Contact } from "../contact.ts";
import { FieldName, MessageId } from "../id.ts";
import { OptOutScope } from "../opt-out.ts";
import { contactRoutes } from "../routes/contacts.ts";
import { line, lines, name } from "../text.ts";
import { Millis } from "../time.ts";
import type { EndpointsOf } from "./endpoint.ts";

/** A contact as the API tells it, with what it has on its channels and what is open of it. */
export const ContactView = Contact.pick({
  name: true,
  phones: true,
  emails: true,
  unproven: true,
  company: true,
  country: true,
  language: true,
  preferredChannelId: true,
  tags: true,
  fields: true,
  notes: true,
  mergedInto: true,
}).extend({
  id: z.string(),
  /** By channel: whoever wants no message at all there. */
  optOut: z.record(z.string(), z.literal(true)),
  optOuts: z.array(
    z.object({
      channelId: z.string(),
      address: z.string(),
      at: Millis,
      by: z.string(),
      scope: OptOutScope,
    }),
  ),
  openLeads: z.array(z.string()),
  caseIds: z.array(z.string()),
  /** Of as many of their conversations as the caller sees. */
  summary: z.object({
    conversations: z.number().int(),
    messages: z.number().int(),
    byChannel: z.record(z.string(), z.number().int()),
    firstAt: Millis.nullable(),
    lastAt: Millis.nullable(),
  }),
  createdAt: Millis,
  updatedAt: Millis,
});
export type ContactView = z.infer<typeof ContactView>;

/** ISO 3166-1 alpha-2. */
const Country = z.string().regex(/^[A-Z]{2}$/);

const NewContact = z.strictObject({
  /** The caller's own UUID: the same again makes nothing new. */
  id: MessageId.optional(),
  name: name(100),
  /** E.164, or as the country writes it. */
  phones: z.array(line(40).min(1)).max(20).default([]),
  emails: z.array(z.email().max(254)).max(20).default([]),
  company: line(200).optional(),
  country: Country.optional(),
  /** BCP 47. */
  language: line(35).optional(),
  tags: z.array(name(40)).max(50).default([]),
  fields: z.record(FieldName, lines(2000)).default({}),
  notes: lines(5000).optional(),
  /** Whether somebody else may have a phone or a mailbox of it, too, such as a family's. */
  shared: z.boolean().default(false),
});
export type NewContact = z.infer<typeof NewContact>;

export const contactEndpoints = {
  createContact: {
    ...contactRoutes.createContact,
    summary: "Make a contact; a phone or mailbox that somebody has is refused, unless it is shared",
    body: NewContact,
    response: z.object({ contactId: z.string() }),
    status: 201,
  },
  getContact: {
    ...contactRoutes.getContact,
    summary: "A contact, with what it has on its channels and what is open of it",
    response: ContactView,
  },
} as const satisfies EndpointsOf<typeof contactRoutes>;
