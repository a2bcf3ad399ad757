import type { FunnelView, Lead, LostReason } from "@hilo/schema";
import { t as moves } from "../text/lead-moves.ts";
import { fieldWords, t } from "../text/leads.ts";
import { problems } from "../text/problems.ts";
import { askWhose } from "../ui/ask-whose.ts";
import { toast } from "../ui/toast.ts";
import { ApiProblem, call } from "./api.ts";
import { stageAmong } from "./funnels.ts";
import { changeSeen, seenFor } from "./seen.ts";

type KnownLead = Lead & { id: string };

/** What the panel changes of a lead. */
export type LeadChanges = Partial<
  Pick<Lead, "name" | "kind" | "state" | "value" | "ownerId" | "expectedOn" | "tags">
> & { lostReason?: string };

/**
 * Sends changes of a lead with what was seen of it; where somebody else has changed the same, asks whose stays. Throws
 * `ApiProblem`.
 */
export async function changeLead(lead: KnownLead, changes: LeadChanges): Promise<void> {
  const { lostReason: _, ...fields } = changes;
  // What a lead is worth is one thing, not two that could be mixed.
  const seen = { ...seenFor(fields, lead), ...("value" in fields ? { value: lead.value } : {}) };
  await changeSeen(
    changes,
    seen,
    (body) => call("changeLead", { params: { leadId: lead.id }, body }),
    askWhose(fieldWords),
  );
}

/** The same, told in a toast and undone from there; resolves to whether it is done. */
export async function saveLead(
  lead: KnownLead,
  changes: LeadChanges,
  said?: string,
): Promise<boolean> {
  if (!(await attempt(lead, changes))) return false;
  const [field = ""] = Object.keys(changes);
  const after = { ...lead, ...changes } as KnownLead;
  const back = async () => {
    if (await attempt(after, oppositeOf(lead, changes))) toast({ text: t.undone });
  };
  toast({ text: said ?? t.saved(fieldWords(field)), undo: () => void back() });
  return true;
}

/** What puts back what changes change. */
export function oppositeOf(lead: KnownLead, changes: LeadChanges): LeadChanges {
  const { lostReason: _, ...fields } = changes;
  const before = Object.fromEntries(
    Object.keys(fields).map((name) => [name, lead[name as keyof Lead] ?? null]),
  ) as LeadChanges;
  return lead.state === "lost" && lead.lostReason && "state" in changes
    ? { ...before, lostReason: lead.lostReason }
    : before;
}

async function attempt(lead: KnownLead, changes: LeadChanges): Promise<boolean> {
  try {
    await changeLead(lead, changes);
    return true;
  } catch (error) {
    toast({ text: problemWords(error), tone: "bad" });
    return false;
  }
}

export function problemWords(error: unknown): string {
  return problems[error instanceof ApiProblem ? error.code : "internal"];
}

/** Why leads are lost here. */
export async function lostReasons(): Promise<readonly LostReason[]> {
  return (await call("getLeadSettings")).lostReasons;
}

/** Why a lead was not moved, naming who was first where somebody was. */
export function refusal(error: unknown, name: string, funnels: readonly FunnelView[]): string {
  if (!(error instanceof ApiProblem)) return problemWords(error);
  if (error.code === "taken") return moves.refusedTaken(name);
  if (error.code === "conflict") return moves.refusedEnded;
  const [first] = error.changed;
  if (error.code !== "moved" || !first) return problemWords(error);
  const stage = stageAmong(funnels, columnIn(first.value))?.name;
  if (!stage) return moves.refusedTray;
  return first.by ? moves.refusedBy(first.by.name, stage) : moves.refusedRule(stage);
}

function columnIn(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const { id, stage } = value as { id?: unknown; stage?: unknown };
  return `${id}/${stage}`;
}
