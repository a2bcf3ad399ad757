import type { z } from "zod";
import type { Permission } from "../permissions.ts";

/** One endpoint of the API. Paths stand under /api/v1 and name their parameters in braces. */
export type Endpoint = {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly summary: string;
  /** What whoever calls it has to be allowed; null for anybody who has signed in, whether they work here or not. */
  readonly permission: Permission | null;
  /** Whether an API key may call it too. */
  readonly apiKey?: boolean;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  /** The status of success; 200 when not said. */
  readonly status?: number;
};
