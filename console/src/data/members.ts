import type { Member } from "@hilo/schema";
import { type Source, source } from "../ui/source.ts";
import { keepUp } from "./claims.ts";
import { collectionOf, fromDocument } from "./firestore.ts";
import { followWhole } from "./follow-whole.ts";
import { signedIn, signOut } from "./session.ts";
import { whileVisible } from "./visibility.ts";

export type ListedMember = Member & { id: string };

const all = source<readonly ListedMember[]>([], () =>
  whileVisible(() =>
    followWhole(
      collectionOf("members"),
      (found) => {
        const known = found.map((d) => fromDocument<ListedMember>(d.id, d.data()));
        all.set(known.sort(byName));
        followOneself(known);
      },
      () => all.set(all.value),
    ),
  ),
);

/** Who works here, by name, live. */
export const members: Source<readonly ListedMember[]> = all;

/** Firestore goes by the token, which lives an hour; the screen by what the member may now. */
function followOneself(known: readonly ListedMember[]): void {
  const { uid } = signedIn();
  const self = known.find(({ id }) => id === uid);
  if (self && !self.enabled) void signOut("disabled");
  else if (self?.claimsAt) void keepUp(self.claimsAt.getTime());
}

/** Those to whom something can be assigned. */
export function assignable(): readonly ListedMember[] {
  return all.value.filter((member) => member.enabled);
}

/** The name of a member, once the members are known. */
export function memberName(id: string): string | undefined {
  return all.value.find((member) => member.id === id)?.name;
}

/** The signed-in member; undefined until the members are known. */
export function me(): ListedMember | undefined {
  return all.value.find((member) => member.id === signedIn().uid);
}

function byName(a: ListedMember, b: ListedMember): number {
  return a.name.localeCompare(b.name);
}

/** The others who may be given conversations, or be mentioned. */
export function colleagues(): ReturnType<typeof assignable> {
  return assignable().filter(({ id }) => id !== signedIn().uid);
}
