import type { Contact } from "@hilo/schema";
import { provenAmong } from "@hilo/schema/proven";
import { endAt, getDocsFromServer, limit, orderBy, query, startAt } from "firebase/firestore";
import { collectionOf, fromDocument } from "./firestore.ts";
import { isNamed, namePrefixes } from "./name-prefixes.ts";
import { seesAll } from "./sight.ts";
import { blankContact } from "./whole.ts";

/** How many are read for each way in which a name may be written. */
const each = 20;
/** How many are shown. */
const most = 8;

export type Person = Contact & { id: string };

/**
 * The people whose name begins with what was typed, accents aside; fails when the server cannot be reached. Whose they
 * are only their conversations say: who does not see all of these looks nobody up.
 */
export async function peopleNamed(typed: string): Promise<Person[]> {
  if (!seesAll()) return [];
  const answers = await Promise.all(namePrefixes(typed).map(beginningWith));
  const found = new Map(answers.flat().map((person) => [person.id, person]));
  return [...found.values()]
    .filter(({ name, mergedInto }) => mergedInto === undefined && isNamed(name, typed))
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, most);
}

/** The e-mail addresses of those people, each beside the name; none that a person merely says is theirs. */
export async function mailsOf(typed: string): Promise<{ name: string; address: string }[]> {
  const found = await peopleNamed(typed);
  return found.flatMap((person) =>
    [...new Set(provenAmong(person.emails, person))].map((address) => ({
      name: person.name,
      address,
    })),
  );
}

async function beginningWith(prefix: string): Promise<Person[]> {
  const people = query(
    collectionOf("contacts"),
    orderBy("name"),
    startAt(prefix),
    endAt(`${prefix}\uf8ff`),
    limit(each),
  );
  const { docs } = await getDocsFromServer(people);
  return docs.map((one) => fromDocument<Contact>(one.id, one.data(), blankContact));
}
