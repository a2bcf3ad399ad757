import type { z } from "zod";
import type { Route } from "../routes/route.ts";

/** What an endpoint takes and answers. */
type Shapes = {
  readonly summary: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  /** The status of success; 200 when not said. */
  readonly status?: number;
};

/** One endpoint of the API: its row, with its shapes. */
export type Endpoint = Route & Shapes;

/** The endpoints of some rows: one of each, and no other. */
export type EndpointsOf<Rows extends Readonly<Record<string, Route>>> = {
  readonly [N in keyof Rows]: Rows[N] & Shapes;
};
