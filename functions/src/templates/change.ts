import type { ApprovedDraft, ApprovedTemplate, Template } from "@hilo/schema";
import { audit, changesOf, type Doer } from "../audit/audit.ts";
import { refuseChanged } from "../audit/seen.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db, type Transaction } from "../platform/firestore.ts";
import { draftOf, placeOf, present, refuseTaken, type Written } from "./drafts.ts";
import { templateAt } from "./store.ts";

export type Changes = { [Field in keyof Written]?: Written[Field] | undefined };

/** What the caller saw of these. */
export type Seen = { readonly [Field in keyof Written]?: unknown };

/** Changes a template. Throws `conflict` when that would change what a provider has been given. */
export async function changeTemplate(
  doer: Doer,
  id: string,
  { seen, ...changes }: Changes & { seen?: Seen | undefined },
): Promise<{ id: string }> {
  const { approved } = changes;
  if (approved) await refuseTaken(doer.workspaceId, approved, id);
  const place = approved ? await placeOf(doer.workspaceId, approved) : {};
  await db().runTransaction(async (transaction) => {
    const before = await present(doer.workspaceId, id, transaction);
    const { workspaceId } = doer;
    const target = `templates/${id}`;
    await refuseChanged({ workspaceId, target, before, seen, wanted: changes });
    write(transaction, doer, id, { before, after: changed(before, { ...changes, ...place }) });
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
  audit(transaction, doer, "templates.change", `templates/${id}`, {
    ...told,
    ...(text ? { text: { to: "changed" } } : {}),
    ...(approved ? { approved: { to: "changed" } } : {}),
  });
}
