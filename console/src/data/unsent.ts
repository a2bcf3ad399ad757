import { outbox } from "./sending.ts";

/** How many messages and notes the API has not taken. */
export function unsent(): number {
  return outbox.unsent.length;
}

/** Tries everything once more; tells whether all of it is sent. */
export async function sendUnsent(): Promise<boolean> {
  await Promise.all(outbox.unsent.map(({ id }) => outbox.retry(id)));
  return unsent() === 0;
}
