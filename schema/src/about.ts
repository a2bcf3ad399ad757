import * as z from "zod";
import { nobody } from "./words.ts";

/** Whom a document is about: contacts, by id, as far as they were known. */
export const AboutContacts = z.array(z.string()).default([]);

/** Whom something of a contact's is about: nobody, as long as it is not known whose it is. */
export function aboutOf(contactId: string): string[] {
  return contactId === nobody ? [] : [contactId];
}
