import type { ApprovedTemplate, ResponseOf, Template } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { now } from "../platform/clock.ts";
import { commit, db } from "../platform/firestore.ts";
import type { KeptTemplate } from "../providers/adapter.ts";
import { entryFrom, fits, idOf, type Keeper } from "./kept-entry.ts";
import { type ProviderAccount, problemOf, providerAccountOf } from "./provider-account.ts";
import { type Entry, findAny, templateAt, templatesOfChannel } from "./store.ts";

/** A commit holds at most 500 writes, and each template comes with its audit entry. */
const chunk = 200;

/** How far the provider's clock may be behind ours (ms): what it says of that time still counts. */
const clockMs = 60_000;

/** A submission that nobody has heard of for this long (ms) never arrived. */
const lostMs = 10 * 60_000;

type Synced = ResponseOf<"syncTemplates">;

/**
 * Brings the templates a provider keeps, with their states. Only what the provider decides is written: names,
 * categories, examples and drafts of our own stay as they are, and what was removed here stays removed.
 */
export async function syncTemplates(doer: Doer, channelId: string): Promise<Synced> {
  const keeping = await providerAccountOf(doer.workspaceId, channelId);
  const at = now() - clockMs;
  const { account } = keeping;
  const kept = (await keptBy(keeping)).filter((one) => fits(account, one));
  const held = await templatesOfChannel(doer.workspaceId, channelId);
  const pairs = kept.map((one) => ({ kept: one, entry: held.find((entry) => isSame(entry, one)) }));
  const known = pairs.flatMap(({ kept, entry }) => (entry ? [{ kept, id: entry.id }] : []));
  const fresh = pairs.flatMap(({ kept, entry }) => (entry ? [] : [kept]));
  const found = new Set(known.map(({ id }) => id));
  const left = held.filter(({ id }) => !found.has(id));
  const added = await addAll(doer, account, fresh, at);
  const changes = await inTurns(known, ({ id, kept }) => change(doer, id, takenFrom(kept, at)));
  const gone = await inTurns(left, ({ id }) => change(doer, id, goneSince(at)));
  const changed = changes.filter(Boolean).length;
  return {
    added,
    changed,
    unchanged: pairs.length - added - changed,
    gone: gone.filter(Boolean).length,
  };
}

async function keptBy({ keeper, account, credentials }: ProviderAccount): Promise<KeptTemplate[]> {
  try {
    return await keeper.list(account, credentials);
  } catch (error) {
    throw problemOf(error);
  }
}

function isSame({ template: { approved } }: Entry, kept: KeptTemplate): boolean {
  if (!approved || approved.status === "draft") return false;
  if (approved.externalId) return approved.externalId === kept.externalId;
  return approved.name === kept.name && approved.language === kept.language;
}

async function addAll(doer: Doer, keeper: Keeper, fresh: KeptTemplate[], at: number) {
  let added = 0;
  for (let first = 0; first < fresh.length; first += chunk) {
    const some = fresh.slice(first, first + chunk);
    const batch = db().batch();
    for (const kept of some) {
      const id = idOf(keeper.channelId, kept);
      const data = entryFrom(keeper, kept, at);
      batch.create(templateAt(doer.workspaceId, id), data);
      audit(batch, doer, "templates.sync", `templates/${id}`, { name: { to: kept.name } });
    }
    // Another sync at the same time has written them.
    if ((await commit(batch)) === "written") added += some.length;
  }
  return added;
}

type Change = (before: Template, approved: ApprovedTemplate) => Partial<Template>;

/** What the provider keeps counts, but for a state it has told since. */
function takenFrom({ text, examples, ...kept }: KeptTemplate, at: number): Change {
  return (before, { channelId, status, reason, saidAt }) => {
    const newer = (saidAt?.status ?? 0) > at;
    const state = newer ? { status, reason } : { status: kept.status, reason: kept.reason };
    return {
      text,
      examples: { ...examples, ...before.examples },
      approved: { ...kept, channelId, ...state, ...(saidAt ? { saidAt } : {}) },
    };
  };
}

/** The provider has it no more; a submission whose answer was lost is a draft again. */
function goneSince(at: number): Change {
  return ({ updatedAt }, approved) => {
    const { externalId, status, saidAt } = approved;
    if (status === "draft" || (saidAt?.status ?? 0) > at) return {};
    if (externalId) return { approved: { ...approved, status: "disabled", reason: "gone" } };
    const lost = updatedAt.getTime() < now() - lostMs;
    return lost ? { approved: { ...approved, status: "draft", reason: "neverArrived" } } : {};
  };
}

async function change(doer: Doer, id: string, changeOf: Change): Promise<boolean> {
  return db().runTransaction(async (transaction) => {
    const before = await findAny(doer.workspaceId, id, transaction);
    if (!before?.approved) return false;
    const after = { ...before, ...changeOf(before, before.approved) };
    if (!after.approved || sameJson(before, after)) return false;
    const { text, examples, approved } = after;
    const updatedAt = new Date(now());
    transaction.update(templateAt(doer.workspaceId, id), { text, examples, approved, updatedAt });
    audit(transaction, doer, "templates.sync", `templates/${id}`, {
      status: { from: before.approved.status, to: approved.status },
    });
    return true;
  });
}

function sameJson(a: unknown, b: unknown): boolean {
  return sorted(a) === sorted(b);
}

/** JSON with its keys in order, as the database does not keep them. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** A few at a time, so that a large account does not crowd the database. */
async function inTurns<T, R>(all: readonly T[], run: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let first = 0; first < all.length; first += 10)
    results.push(...(await Promise.all(all.slice(first, first + 10).map(run))));
  return results;
}
