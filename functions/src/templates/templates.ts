import type { ApprovedDraft, ApprovedTemplate, PublicTemplate, Template } from "@hilo/schema";
import { changesOf, type Doer, record } from "../audit/audit.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { commit, db, FieldValue, type Transaction, type Writer } from "../platform/firestore.ts";
import { nextName, nextTitle } from "./copy-name.ts";
import { allTemplates, findAny, findTemplate, templateAt, templatesOfChannel } from "./store.ts";

/** What a person writes of a template. */
export type Written = Pick<Template, "name" | "category" | "platforms" | "text" | "examples"> & {
  approved?: ApprovedDraft | undefined;
};

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
  if (approved) await refuseTaken(doer.workspaceId, approved, id);
  return create(doer, "templates.create", id, {
    ...own,
    approved: approved ? draftOf(approved) : null,
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
  record(batch, doer, action, `templates/${id}`, { name: { to: template.name } });
  await commit(batch);
  return { id };
}

/** What nobody has submitted yet. */
function draftOf(written: ApprovedDraft): ApprovedTemplate {
  return { ...written, externalId: null, status: "draft", reason: null, quality: null };
}

/** A channel's account holds one template of a name in a language. */
async function refuseTaken(
  workspaceId: string,
  { channelId, name, language }: ApprovedDraft,
  ownId: string,
): Promise<void> {
  const held = await templatesOfChannel(workspaceId, channelId);
  const taken = held.some(
    ({ id, template: { approved, removedAt } }) =>
      id !== ownId &&
      !(removedAt && approved?.status === "draft") &&
      approved?.name === name &&
      approved.language === language,
  );
  if (!taken) return;
  const message = `This channel has a template ${name} in ${language} already. Choose another name.`;
  throw new AppError("conflict", message, { details: [{ path: "approved.name", message }] });
}

export type Changes = { [Field in keyof Written]?: Written[Field] | undefined };

/** Changes a template. Throws `conflict` when that would change what a provider has been given. */
export async function changeTemplate(
  doer: Doer,
  id: string,
  changes: Changes,
): Promise<{ id: string }> {
  if (changes.approved) await refuseTaken(doer.workspaceId, changes.approved, id);
  await db().runTransaction(async (transaction) => {
    const before = await present(doer.workspaceId, id, transaction);
    write(transaction, doer, id, { before, after: changed(before, changes) });
  });
  return { id };
}

function changed(before: Template, { approved, ...own }: Changes): Template {
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  const after: Template = { ...before, ...Object.fromEntries(given) };
  if (!before.approved) {
    if (approved)
      throw new AppError("conflict", "A quick reply cannot become a template. Copy it.");
    return after;
  }
  if (before.approved.status === "draft")
    return approved ? { ...after, approved: draftOf(approved) } : after;
  if (after.text !== before.text || (approved && differs(before.approved, approved)))
    throw new AppError(
      "conflict",
      "The provider has been given this template: its text cannot be changed. Copy it under a new name.",
    );
  return after;
}

function differs(before: ApprovedTemplate, written: ApprovedDraft): boolean {
  return Object.keys(changesOf(before, { ...before, ...written })).length > 0;
}

type Step = { before: Template; after: Template };

function write(transaction: Transaction, doer: Doer, id: string, { before, after }: Step): void {
  const { text, approved, ...told } = changesOf(before, after);
  if (!text && !approved && Object.keys(told).length === 0) return;
  const { name, category, platforms, examples } = after;
  transaction.update(templateAt(doer.workspaceId, id), {
    ...{ name, category, platforms, examples, text: after.text, approved: after.approved },
    updatedAt: new Date(now()),
  });
  record(transaction, doer, "templates.change", `templates/${id}`, {
    ...told,
    ...(text ? { text: { to: "changed" } } : {}),
    ...(approved ? { approved: { to: "changed" } } : {}),
  });
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
    record(transaction, doer, action, `templates/${id}`);
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

/** The template, read in a transaction when one is given; throws `notFound` when it is removed or never was. */
export async function present(
  workspaceId: string,
  id: string,
  transaction?: Transaction,
): Promise<Template> {
  const found = await findTemplate(workspaceId, id, transaction);
  if (!found) throw noSuchTemplate();
  return found;
}

function noSuchTemplate(): AppError {
  return new AppError("notFound", "There is no such template.");
}
