import type { Contact } from "./contact.ts";

/** Those of a contact's addresses that are not merely what the person said. */
export function provenAmong(
  addresses: readonly string[],
  { unproven }: Pick<Contact, "unproven">,
): string[] {
  return addresses.filter((address) => !unproven.includes(address));
}
