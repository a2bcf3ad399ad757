import { getDocs, limit, orderBy, type Query, query } from "firebase/firestore";
import { tagsByUse } from "../text/tags.ts";
import { collectionOf } from "./firestore.ts";
import { listed } from "./listed.ts";
import { asked, type Part, partsOf } from "./parts.ts";
import { viewer, whenSightChanges } from "./sight.ts";
import { whenSignedOut } from "./signed-out.ts";

/** How many of the latest conversations tell which tags are in use. */
const read = 100;

let known: Promise<readonly string[]> | undefined;

const forget = () => {
  known = undefined;
};
whenSignedOut(forget);
whenSightChanges(forget);

/** The tags in use, the most used first; read once, when somebody is about to write one. */
export function tagsInUse(): Promise<readonly string[]> {
  known ??= load().catch(() => {
    known = undefined;
    return [];
  });
  return known;
}

async function load(): Promise<readonly string[]> {
  const found = await Promise.all(partsOf(viewer()).map((part) => getDocs(latest(part))));
  const each = found.flatMap(({ docs }) => docs.map((one) => listed(one.id, one.data())));
  const all = [...new Map(each.map((one) => [one.id, one])).values()]
    .sort((a, b) => b.lastMessageAt - a.lastMessageAt)
    .slice(0, read);
  return tagsByUse(all.flatMap(({ tags }) => tags));
}

function latest(part: Part): Query {
  return query(
    collectionOf("conversations"),
    ...asked(part),
    orderBy("lastMessageAt", "desc"),
    limit(read),
  );
}
