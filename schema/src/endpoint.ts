import type { z } from "zod";
import type { Role } from "./member.ts";

/** One endpoint of the API. Paths stand under /api/v1 and name their parameters in braces. */
export type Endpoint = {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly summary: string;
  /** The least role that may call it; null for anybody who has signed in, whether they work here or not. */
  readonly role: Role | null;
  /** Whether an API key may call it too. */
  readonly apiKey?: boolean;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  /** The status of success; 200 when not said. */
  readonly status?: number;
};
