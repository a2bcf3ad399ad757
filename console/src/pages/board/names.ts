import type { ListedLead } from "@hilo/schema";
import { nobody } from "@hilo/schema/words";
import { memberName } from "../../data/members.ts";
import { money } from "../../text/formats.ts";
import { calledBy, nameOf } from "../../text/who.ts";
import { w } from "../../text/words.ts";

/** Whose lead it is: the person, never by an id. */
export function leadName({ name, source }: ListedLead): string {
  const { platform } = source;
  return platform ? nameOf({ contact: { name }, platform, address: "" }) : calledBy(name);
}

/** Who has a lead; undefined where nobody has it. */
export function ownerName({ ownerId }: Pick<ListedLead, "ownerId">): string | undefined {
  if (!ownerId || ownerId === nobody) return undefined;
  return memberName(ownerId) ?? w.unknownMember;
}

/** Sums by currency, each by itself: they are never added up. Of several each tells its currency. */
export function sumsOf(sums: Readonly<Record<string, number>>): string[] {
  const all = Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1));
  return all.map(([currency, amount]) =>
    money(amount, currency, all.length > 1 ? "code" : undefined),
  );
}
