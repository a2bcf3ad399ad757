import type { ContactView, contactEndpoints } from "@hilo/schema";
import type { Actor } from "../platform/auth.ts";
import type { Handlers } from "../platform/handlers.ts";
import { createContact } from "./creating.ts";
import { contactView } from "./views.ts";

/** What later rooms know of a contact. */
export type OfContact = (
  viewer: Actor,
  contactId: string,
) => Promise<Pick<ContactView, "summary" | "openLeads" | "caseIds">>;

/** The endpoints of contacts. */
export function handlersFor(knownOf: OfContact) {
  return {
    createContact: ({ actor, body }) => createContact(actor, body),
    getContact: async ({ actor, params: { contactId } }) => {
      const contact = await contactView(actor.workspaceId, contactId);
      return { ...contact, ...(await knownOf(actor, contactId)) };
    },
  } satisfies Handlers<typeof contactEndpoints>;
}
