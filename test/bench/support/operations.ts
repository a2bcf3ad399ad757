import { flush as flushHealth } from "../../../functions/src/channels/health.ts";
import { db } from "../../../functions/src/platform/firestore.ts";

export type Operations = { reads: number; writes: number; rpcs: number };

type Request = { writes?: unknown[] };
type Requests = {
  request(method: string, request: Request, ...rest: unknown[]): Promise<unknown>;
  requestStream(
    method: string,
    bidirectional: boolean,
    request: Request,
    ...rest: unknown[]
  ): unknown;
};

/** The Firestore requests that one run of something makes, on average over so many runs. */
export async function countOperations(
  runs: number,
  run: () => Promise<unknown>,
): Promise<Operations> {
  // What channels have counted so far is written by a timer, which may fall into what is counted here.
  await flushHealth();
  // Every call of the client library passes these two methods of its own.
  const firestore = db() as unknown as Requests;
  const { request, requestStream } = firestore;
  const total: Operations = { reads: 0, writes: 0, rpcs: 0 };
  firestore.request = (method, body, ...rest) => {
    total.rpcs += 1;
    total.writes += body.writes?.length ?? 0;
    return request.call(firestore, method, body, ...rest);
  };
  firestore.requestStream = (method, bidirectional, body, ...rest) => {
    total.rpcs += 1;
    total.reads += 1;
    return requestStream.call(firestore, method, bidirectional, body, ...rest);
  };
  for (let i = 0; i < runs; i += 1) await run();
  Object.assign(firestore, { request, requestStream });
  const average = (sum: number) => Math.round((sum / runs) * 100) / 100;
  return {
    reads: average(total.reads),
    writes: average(total.writes),
    rpcs: average(total.rpcs),
  };
}
