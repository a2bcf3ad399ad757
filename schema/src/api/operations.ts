import * as z from "zod";
import { KeptDocument, NamedRow, OperationState, OutcomeCounts } from "../operation.ts";
import { operationRoutes } from "../routes/operations.ts";
import { Millis } from "../time.ts";
import type { EndpointsOf } from "./endpoint.ts";

/** An operation as the API tells it. */
export const ToldOperation = z.object({
  id: z.string(),
  kind: z.string(),
  state: OperationState,
  /** Rows to do and rows done; 0 and 0 while they are listed. */
  total: z.number().int(),
  done: z.number().int(),
  counts: OutcomeCounts,
  /** The first rows that were refused or skipped, by their number from 0. */
  rows: z.array(NamedRow).optional(),
  /** How an undo stands: rows to take back and rows taken back, documents put back and documents left alone. */
  undo: z
    .object({
      total: z.number().int(),
      done: z.number().int(),
      restored: z.number().int(),
      kept: z.number().int(),
    })
    .optional(),
  /** The first documents that an undo left alone: somebody changed these fields meanwhile. */
  kept: z.array(KeptDocument).optional(),
  fileId: z.string().optional(),
  /** Why it failed: a code of the errors. */
  error: z.string().optional(),
  createdAt: Millis,
  endedAt: Millis.optional(),
});
export type ToldOperation = z.infer<typeof ToldOperation>;

export const operationEndpoints = {
  getOperation: {
    ...operationRoutes.getOperation,
    summary: "How something that takes long stands, with the rows that were refused or skipped",
    response: ToldOperation,
  },
  undoOperation: {
    ...operationRoutes.undoOperation,
    summary: "Put back what an operation changed and nobody has changed since",
    response: ToldOperation,
  },
} as const satisfies EndpointsOf<typeof operationRoutes>;
