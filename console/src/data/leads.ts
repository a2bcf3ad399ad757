import type { Lead } from "@hilo/schema";
import type { Source } from "../ui/source.ts";
import { type Watched, watchDocument } from "./document.ts";
import { blankLead } from "./whole.ts";

/** A lead, live. */
export function lead(leadId: string): Source<Watched<Lead>> {
  return watchDocument<Lead>(["leads", leadId], blankLead);
}
