import { type Contact, isUnproven, provenAmong, type Sender } from "@hilo/schema";
import type { DocumentSnapshot } from "../platform/firestore.ts";

// What a person says of themselves is kept apart from what somebody vouches for, since anybody can call themselves
// anybody: nobody is found or joined by it.

type Known = Pick<Contact, "name" | "phones" | "emails" | "unproven">;

/** What a contact's document says of its person; of one that lacks something, nothing. */
export function factsOf(contact: DocumentSnapshot): Known {
  const list = (field: string): string[] => contact.get(field) ?? [];
  return {
    name: contact.get("name") ?? "",
    phones: list("phones"),
    emails: list("emails"),
    unproven: list("unproven"),
  };
}

/** What stands in a contact of what its person says of themselves: `name`, and addresses. */
export function unprovenOf(sender: Sender): string[] {
  return [
    ...(isUnproven(sender, "name") ? ["name"] : []),
    ...(["email", "phone"] as const).flatMap((what) =>
      isUnproven(sender, what) ? (sender[what] ?? []) : [],
    ),
  ];
}

/** What a sender's proven name and addresses change in their contact: they take the place of what was merely said. */
export function provenBy(known: Known, sender: Sender): Partial<Known> {
  const proven = (what: "name" | "email" | "phone") =>
    sender.unproven && !isUnproven(sender, what) ? (sender[what] ?? "") : "";
  const [name, email, phone] = [proven("name"), proven("email"), proven("phone")];
  const isNamed = name !== "" && known.unproven.includes("name");
  const settled = [email, phone, ...(isNamed ? ["name"] : [])];
  const unproven = known.unproven.filter((one) => !settled.includes(one));
  return {
    ...(isNamed ? { name } : {}),
    ...(email && !known.emails.includes(email) ? { emails: [...known.emails, email] } : {}),
    ...(phone && !known.phones.includes(phone) ? { phones: [...known.phones, phone] } : {}),
    ...(unproven.length < known.unproven.length ? { unproven } : {}),
  };
}

/** What is unproven of a contact once another's addresses are added: nothing that is proven of either. */
export function unitedUnproven(into: Known, from: Known): string[] {
  const proven = new Set(
    [into, from].flatMap((one) => provenAmong([...one.phones, ...one.emails], one)),
  );
  const added = from.unproven.filter((one) => one !== "name");
  return [...new Set([...into.unproven, ...added])].filter((one) => !proven.has(one));
}
