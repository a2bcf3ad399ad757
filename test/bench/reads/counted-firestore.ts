import * as firestore from "firebase/firestore";

// What the console imports as firebase/firestore in `npm run bench:reads`: the same, with what Firestore bills counted.
// https://firebase.google.com/docs/firestore/pricing
// It is never less than that: what a limit pushes out of a list, or was deleted, leaves for nothing, and is counted here.

export * from "firebase/firestore";

/** What was read so far, by collection; a count() by the name `counts`. */
export const billed: Record<string, number> = {};

/** What the server told last of each document that a query found, by its path. */
export const latest = new Map<string, firestore.DocumentData>();

/** How often the rules were asked: by each question, and by each answer of a listener; and for messages. */
export const ruled = { times: 0, messages: 0 };

/** By how many times a count is taken to be larger, where it is of more than one agent has. */
export const scale = { factor: 1, own: Number.POSITIVE_INFINITY };

/** How many questions are on their way. */
export const asked = { waiting: 0 };

const entriesPerRead = 1000;

type Target = firestore.Query | firestore.DocumentReference;

export function onSnapshot(target: Target, ...rest: unknown[]): firestore.Unsubscribe {
  const at = rest.findIndex((one) => typeof one === "function");
  const told = rest[at];
  const count = target instanceof firestore.DocumentReference ? ofDocument() : ofQuery();
  const heard = (snapshot: unknown) => {
    count(snapshot);
    if (typeof told === "function") told(snapshot);
  };
  const args = [target, ...rest.with(at, heard)];
  return Reflect.apply<undefined, unknown[], firestore.Unsubscribe>(listen, undefined, args);
}

const listen: (...args: unknown[]) => firestore.Unsubscribe = (...args) =>
  Reflect.apply(firestore.onSnapshot, undefined, args);

export async function getDocsFromServer(query: firestore.Query): Promise<firestore.QuerySnapshot> {
  const found = await answerTo(firestore.getDocsFromServer(query));
  bill(nameOf(found), Math.max(1, found.size));
  return found;
}

export const getDocs = getDocsFromServer;

export async function getCountFromServer(query: firestore.Query) {
  const found = await answerTo(firestore.getCountFromServer(query));
  const count = counted(found.data().count);
  return { data: () => ({ count }) };
}

/** A count, billed: as many as there would be. */
export function counted(there: number): number {
  const count = there > scale.own ? there * scale.factor : there;
  bill("counts", Math.max(1, Math.ceil(count / entriesPerRead)));
  return count;
}

/** Waits for an answer as the console does, by whatever way it comes. */
export async function answerTo<T>(question: Promise<T>): Promise<T> {
  asked.waiting += 1;
  try {
    return await question;
  } finally {
    asked.waiting -= 1;
  }
}

/**
 * All that a query holds when the server first says it, a question at least; then each document that comes, changes, or
 * leaves. What this device wrote itself is read when the server says it.
 */
function ofQuery(): (snapshot: unknown) => void {
  let isAnswered = false;
  return (snapshot) => {
    if (!(snapshot instanceof firestore.QuerySnapshot)) return;
    const { metadata, size } = snapshot;
    const told = snapshot.docChanges().filter(({ doc }) => !doc.metadata.hasPendingWrites);
    for (const { doc } of told) latest.set(doc.ref.path, doc.data());
    if (isAnswered) bill(nameOf(snapshot, told[0]?.doc), told.length);
    else if (!metadata.fromCache) bill(nameOf(snapshot), Math.max(1, size));
    isAnswered ||= !metadata.fromCache;
  };
}

function ofDocument(): (snapshot: unknown) => void {
  let before: string | undefined;
  return (snapshot) => {
    if (!(snapshot instanceof firestore.DocumentSnapshot) || snapshot.metadata.fromCache) return;
    const now = JSON.stringify(snapshot.data() ?? null);
    if (now !== before) bill(snapshot.ref.parent.id, 1);
    before = now;
  };
}

export function bill(name: string, reads: number): void {
  if (reads === 0) return;
  billed[name] = (billed[name] ?? 0) + reads;
  ruled.times += 1;
  if (name === "messages") ruled.messages += 1;
}

/** The collection of what was found. */
function nameOf({ docs }: firestore.QuerySnapshot, one = docs[0]): string {
  return one?.ref.parent.id ?? "nothing found";
}
