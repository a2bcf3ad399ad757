import type { ApprovedTemplate, TemplateEvent } from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { db, type Transaction } from "../platform/firestore.ts";
import { log } from "../platform/log.ts";
import { stateNamed } from "../providers/template-states.ts";
import { type Entry, templateAt, templatesOfChannel } from "./store.ts";

/**
 * Records what a provider said about a template of a channel: any number of times, in any order, with the same
 * end. "unknown" when Hilo does not hold the template yet: a sync will bring it as it is then.
 */
export async function noteTemplate(
  workspaceId: string,
  event: TemplateEvent,
  channelId: string,
): Promise<"recorded" | "unknown"> {
  const found = await db().runTransaction((transaction) =>
    note(transaction, workspaceId, event, channelId),
  );
  if (found === 0) log.info("templates.unknown", { workspaceId, channelId });
  return found > 0 ? "recorded" : "unknown";
}

async function note(
  transaction: Transaction,
  workspaceId: string,
  event: TemplateEvent,
  channelId: string,
): Promise<number> {
  const held = await templatesOfChannel(workspaceId, channelId, transaction);
  const meant = held.filter((entry) => isMeant(entry, event));
  for (const { id, template } of meant) {
    const changes = template.approved ? changesByDecision(event, template.approved) : {};
    if (Object.keys(changes).length === 0) continue;
    transaction.update(templateAt(workspaceId, id), {
      ...Object.fromEntries(
        Object.entries(changes).map(([key, value]) => [`approved.${key}`, value]),
      ),
      updatedAt: new Date(now()),
    });
  }
  return meant.length;
}

/** By the provider's id where both sides have one, else by name and language, which are unique in an account. */
function isMeant({ template: { approved } }: Entry, event: TemplateEvent): boolean {
  if (!approved || approved.status === "draft") return false;
  if (event.templateId && approved.externalId) return event.templateId === approved.externalId;
  return event.name === approved.name && event.language === approved.language;
}

type Changes = Partial<Omit<ApprovedTemplate, "saidAt">> & Record<`saidAt.${string}`, number>;

/** What an event changes: of each thing the newest word counts. */
function changesByDecision(event: TemplateEvent, approved: ApprovedTemplate): Changes {
  const at = event.at ?? now();
  const isNews = (what: "status" | "quality" | "category") => at >= (approved.saidAt?.[what] ?? 0);
  const category = event.category && categoryNamed(event.category);
  return {
    ...(event.status && isNews("status") ? statusChanges(event, event.status, at) : {}),
    ...(event.quality && isNews("quality") ? { quality: event.quality, "saidAt.quality": at } : {}),
    ...(category && isNews("category") ? { category, "saidAt.category": at } : {}),
    ...(event.templateId && !approved.externalId ? { externalId: event.templateId } : {}),
  };
}

function statusChanges({ reason }: TemplateEvent, word: string, at: number): Changes {
  const status = stateNamed(word);
  if (status === undefined) log.warn("templates.unknownStatus", { status: word });
  const why = status === "approved" ? null : (reason ?? (status ? null : word));
  return { ...(status ? { status } : {}), reason: why, "saidAt.status": at };
}

function categoryNamed(word: string): ApprovedTemplate["category"] | undefined {
  const names: readonly ApprovedTemplate["category"][] = ["MARKETING", "UTILITY", "AUTHENTICATION"];
  return names.find((name) => name === word.toUpperCase());
}
