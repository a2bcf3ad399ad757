import type { EventEmitter } from "node:events";
import { db } from "../../../functions/src/platform/firestore.ts";

/** What Firestore bills for, by documents, and the paths of the messages that were created. */
export type Billed = { reads: number; writes: number; created: string[] };

type Write = { update?: { name: string }; currentDocument?: { exists?: boolean } };
type Request = { writes?: Write[]; documents?: unknown[] };
type Requests = {
  request(method: string, request: Request, ...rest: unknown[]): Promise<unknown>;
  requestStream(
    method: string,
    bidirectional: boolean,
    request: Request,
    ...rest: unknown[]
  ): Promise<EventEmitter>;
};

/** Counts what is billed while something runs: each document that is read or looked for, a query at least once. */
export async function billed(run: () => Promise<unknown>): Promise<Billed> {
  // Every call of the client library passes these two methods of its own.
  const firestore = db() as unknown as Requests;
  const { request, requestStream } = firestore;
  const total: Billed = { reads: 0, writes: 0, created: [] };
  firestore.request = (method, body, ...rest) => {
    total.writes += body.writes?.length ?? 0;
    total.created.push(...(body.writes ?? []).flatMap(createdMessage));
    return request.call(firestore, method, body, ...rest);
  };
  firestore.requestStream = async (method, bidirectional, body, ...rest) => {
    total.reads += body.documents?.length ?? 1;
    const stream = await requestStream.call(firestore, method, bidirectional, body, ...rest);
    return body.documents ? stream : countingFound(stream, () => total.reads++);
  };
  try {
    await run();
  } finally {
    Object.assign(firestore, { request, requestStream });
  }
  return total;
}

function createdMessage({ update, currentDocument }: Write): string[] {
  const path = update?.name.split("/documents/")[1] ?? "";
  return currentDocument?.exists === false && path.includes("/messages/") ? [path] : [];
}

/** The first document that a query finds is the read that it costs anyway. */
function countingFound(stream: EventEmitter, count: () => void): EventEmitter {
  const emit = stream.emit.bind(stream);
  let found = 0;
  stream.emit = (event: string | symbol, ...args: unknown[]) => {
    const [answer] = args as [{ document?: unknown }?];
    if (event === "data" && answer?.document) {
      found += 1;
      if (found > 1) count();
    }
    return emit(event, ...args);
  };
  return stream;
}
