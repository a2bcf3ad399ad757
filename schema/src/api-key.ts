import * as z from "zod";
import { Time } from "./time.ts";

/** `workspaces/{w}/apiKeys/{sha256 of the key}`: lets another system call the API; the key itself is never kept. */
export const ApiKey = z.object({
  name: z.string().min(1).max(80),
  enabled: z.boolean(),
  createdBy: z.string(),
  createdAt: Time,
});
export type ApiKey = z.infer<typeof ApiKey>;
