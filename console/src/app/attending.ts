import type { Attending } from "@hilo/schema";
import { ApiProblem } from "../data/api.ts";
import { attendAs } from "../data/attendance.ts";
import { problems } from "../text/problems.ts";
import { toast } from "../ui/toast.ts";

/** Chooses it; what the API refuses is told. */
export async function choose(state: Attending): Promise<void> {
  try {
    await attendAs(state);
  } catch (error) {
    const code = error instanceof ApiProblem ? error.code : "internal";
    toast({ text: problems[code], tone: "bad" });
  }
}
