import { type Lead, type ListedLead, type Place, Settings } from "@hilo/schema";
import { leadOf } from "../../functions/src/leads/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { settingsAt } from "../../functions/src/settings/store.ts";
import { freshWorkspace } from "./people.ts";

/** A workspace in which funnels have their shipped stages. */
export async function workspaceWithFunnels(): Promise<string> {
  const workspaceId = freshWorkspace();
  const about = { timeZone: "America/Santiago", name: "Test", language: "es" };
  const settings = Settings.parse({ ...about, responseTargetMs: 900_000, updatedAt: new Date() });
  await settingsAt(workspaceId).set(settings);
  return workspaceId;
}

/** A lead as it stands on the board, in a column and below those that were made before. */
export async function leadIn(
  workspaceId: string,
  place: string,
  name: string,
  changes: Partial<Lead> = {},
  placed: Partial<Place> = {},
): Promise<ListedLead> {
  const id = newId();
  const [funnelId = "", stage] = place.split("/");
  const since = Date.now();
  made += 1;
  const rank = `a${String(made).padStart(4, "0")}V`;
  const funnel = { id: funnelId, stage: stage ?? "", since, rank, by: "rule" as const, why: [] };
  const lead: Lead = {
    name,
    contactId: newId(),
    conversationId: null,
    kind: "sale",
    state: "new",
    value: null,
    ownerId: "none",
    teamId: "none",
    expectedOn: null,
    source: { kind: "channel", platform: "whatsapp" },
    funnel: stage === undefined ? null : { ...funnel, ...placed },
    touched: false,
    tags: [],
    files: [],
    wonAt: null,
    lostAt: null,
    openedAt: since,
    createdAt: new Date(),
    updatedAt: new Date(),
    ...changes,
    column: place,
  };
  await leadOf(workspaceId, id).create(lead);
  return { ...lead, id };
}

let made = 0;
