import { type DeadLetter, LetterPart } from "@hilo/schema";
import { db, read } from "../platform/firestore.ts";
import { inTurns } from "../platform/in-turns.ts";
import { letterPartsOf } from "./store.ts";

/** Bytes of a part: a document holds at most 1 MiB. */
const partSize = 900 * 1024;

/** How many parts are on their way at once: a request to the database carries at most 10 MiB. */
const parallel = 4;

/** Keeps a body that is larger than a document; says in how many parts. */
export async function keepParts(
  workspaceId: string,
  letterId: string,
  body: Buffer,
  expiresAt: Date,
): Promise<number> {
  const numbers = numbersUpTo(Math.ceil(body.length / partSize));
  await inTurns(numbers, parallel, async (number) => {
    const bytes = body.subarray(number * partSize, (number + 1) * partSize);
    await partsOf(workspaceId, letterId)(number).set({ bytes, expiresAt });
  });
  return numbers.length;
}

/** The whole body of a letter, or undefined where it was not kept whole. */
export async function wholeBody(
  workspaceId: string,
  letterId: string,
  { body, encoding, cut, parts }: DeadLetter,
): Promise<Buffer | undefined> {
  if (!cut) return Buffer.from(body, encoding);
  if (parts === 0) return undefined;
  const found = await inTurns(numbersUpTo(parts), parallel, async (number) =>
    read(LetterPart, await partsOf(workspaceId, letterId)(number).get()),
  );
  const bytes = found.flatMap((part) => part?.bytes ?? []);
  return bytes.length === parts ? Buffer.concat(bytes) : undefined;
}

/** Takes the parts away with their letter. */
export async function removeParts(
  workspaceId: string,
  letterId: string,
  { parts }: Pick<DeadLetter, "parts">,
): Promise<void> {
  if (parts === 0) return;
  const batch = db().batch();
  for (const number of numbersUpTo(parts)) batch.delete(partsOf(workspaceId, letterId)(number));
  await batch.commit();
}

function partsOf(workspaceId: string, letterId: string) {
  const all = letterPartsOf(workspaceId);
  return (number: number) => all.doc(`${letterId}-${number}`);
}

function numbersUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, number) => number);
}
