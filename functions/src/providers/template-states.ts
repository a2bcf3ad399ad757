import type { TemplateStatus } from "@hilo/schema";

/** What providers call the states of a template, in our words; `null`: it says nothing about whether it may be sent. */
const states: Record<string, TemplateStatus | null> = {
  APPROVED: "approved",
  REINSTATED: "approved",
  UNARCHIVED: "approved",
  UNPAUSED: "approved",
  FLAGGED: null,
  RECEIVED: "pending",
  PENDING: "pending",
  IN_APPEAL: "pending",
  REJECTED: "rejected",
  PAUSED: "paused",
  DISABLED: "disabled",
  LIMIT_EXCEEDED: "disabled",
  LOCKED: "disabled",
  ARCHIVED: "disabled",
  DELETED: "disabled",
  PENDING_DELETION: "disabled",
};

/** Our word for a provider's; undefined for one nobody has heard of. */
export function stateNamed(word: string | null | undefined): TemplateStatus | null | undefined {
  return states[(word ?? "").toUpperCase()];
}
