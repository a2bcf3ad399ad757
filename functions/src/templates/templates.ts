import type { ApprovedTemplate, PublicTemplate, Template } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { now } from "../platform/clock.ts";
import { commit, db, FieldValue, type Writer } from "../platform/firestore.ts";
import { nextName, nextTitle } from "./copy-name.ts";
import { draftOf, noSuchTemplate, placeOf, present, refuseTaken, type Written } from "./drafts.ts";
import { allTemplates, findAny, templateAt } from "./store.ts";

/** What is there, removed ones left out. */
export async function listTemplates(workspaceId: string): Promise<PublicTemplate[]> {
  const all = await allTemplates(workspaceId);
  return all
    .filter(({ template }) => !template.removedAt)
    .map(({ id, template: { removedAt: _, ...template } }) => ({
      ...template,
      id,
      createdAt: template.createdAt.getTime(),
      updatedAt: template.updatedAt.getTime(),
    }));
}

/** Makes a template; the same id again makes nothing new. */
export async function createTemplate(
  doer: Doer,
  id: string,
  written: Written,
): Promise<{ id: string }> {
  const { approved, ...own } = written;
  if (!approved) return create(doer, "templates.create", id, { ...own, approved: null });
  await refuseTaken(doer.workspaceId, approved, id);
  return create(doer, "templates.create", id, {
    ...own,
    ...(await placeOf(doer.workspaceId, approved)),
    approved: draftOf(approved),
  });
}

type Whole = Omit<Template, "used" | "createdAt" | "updatedAt" | "removedAt">;

async function create(
  doer: Doer,
  action: string,
  id: string,
  template: Whole,
): Promise<{ id: string }> {
  const at = new Date(now());
  const batch = db().batch();
  batch.create(templateAt(doer.workspaceId, id), {
    ...template,
    used: 0,
    createdAt: at,
    updatedAt: at,
  } satisfies Template);
  audit(batch, doer, action, `templates/${id}`, { name: { to: template.name } });
  await commit(batch);
  return { id };
}

/** Takes a template out of every list; it can be put back. */
export function removeTemplate(doer: Doer, id: string): Promise<{ id: string }> {
  return mark(doer, id, "templates.remove", new Date(now()));
}

export function restoreTemplate(doer: Doer, id: string): Promise<{ id: string }> {
  return mark(doer, id, "templates.restore", undefined);
}

async function mark(
  doer: Doer,
  id: string,
  action: string,
  removedAt: Date | undefined,
): Promise<{ id: string }> {
  const { workspaceId } = doer;
  await db().runTransaction(async (transaction) => {
    const found = await findAny(workspaceId, id, transaction);
    if (!found) throw noSuchTemplate();
    if (Boolean(found.removedAt) === Boolean(removedAt)) return;
    transaction.update(templateAt(workspaceId, id), {
      removedAt: removedAt ?? FieldValue.delete(),
    });
    audit(transaction, doer, action, `templates/${id}`);
  });
  return { id };
}

/** Copies a template under a new id; the copy of an approved one is a draft under a name that is free. */
export async function copyTemplate(
  doer: Doer,
  id: string,
  copyId: string,
): Promise<{ id: string }> {
  const { workspaceId } = doer;
  const { name, category, platforms, text, examples, approved } = await present(workspaceId, id);
  const all = await allTemplates(workspaceId);
  const title = nextTitle(
    name,
    all.map(({ template }) => template.name),
  );
  const copy = approved && { ...drafted(approved), name: nextName(approved, all) };
  return create(doer, "templates.copy", copyId, {
    ...{ category, platforms, text, examples },
    name: title,
    approved: copy,
  });
}

function drafted(approved: ApprovedTemplate): ApprovedTemplate {
  const { channelId, name, language, category, header, footer, buttons } = approved;
  const parts = {
    ...(header ? { header } : {}),
    ...(footer ? { footer } : {}),
    ...(buttons ? { buttons } : {}),
  };
  return draftOf({ channelId, name, language, category, ...parts });
}

/** Counts in somebody's commit that a template was used. */
export function countUse(writer: Pick<Writer, "update">, workspaceId: string, id: string): void {
  writer.update(templateAt(workspaceId, id), { used: FieldValue.increment(1) });
}

/** Counts that a quick reply was put into an answer. */
export async function countTemplateUse({ workspaceId }: Doer, id: string): Promise<{ id: string }> {
  const batch = db().batch();
  countUse(batch, workspaceId, id);
  if ((await commit(batch)) === "missing") throw noSuchTemplate();
  return { id };
}
