import {
  type ApprovedTemplate,
  type DraftFault,
  draftFaults,
  type TemplateStatus,
} from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db } from "../platform/firestore.ts";
import { type NewTemplate, ProviderError } from "../providers/adapter.ts";
import { present } from "./drafts.ts";
import { exampleFile } from "./header-file.ts";
import {
  type ProviderAccount,
  problemOf,
  providerAccountOf,
  reasonOf,
} from "./provider-account.ts";
import { findAny, templateAt } from "./store.ts";

type Submitted = { id: string; status: TemplateStatus };

/**
 * Gives a draft to the provider for approval, once: whoever comes second is told how it stands. What the provider
 * would refuse is refused here, in words; a draft the provider refuses stays a draft that says why.
 */
export async function submitTemplate(doer: Doer, id: string): Promise<Submitted> {
  const { workspaceId } = doer;
  const { approved } = await present(workspaceId, id);
  if (!approved)
    throw new AppError("invalid", "A quick reply needs no approval: send it as it is.");
  const keeping = await providerAccountOf(workspaceId, approved.channelId);
  const taken = await take(doer, id, keeping);
  if (taken.status !== "pending" || !taken.draft) return { id, status: taken.status };
  try {
    const { keeper, account, credentials, form } = keeping;
    const file = await exampleFile(workspaceId, taken.draft, form);
    const draft = { ...taken.draft, ...(file ? { file } : {}) };
    return await settle(doer, id, await keeper.create(account, draft, credentials));
  } catch (error) {
    return await settleFailed(doer, id, error);
  }
}

type Taken = { status: TemplateStatus; draft?: NewTemplate };

/** Compare-and-set: a draft becomes pending before anybody calls the provider. */
async function take(doer: Doer, id: string, { form }: ProviderAccount): Promise<Taken> {
  return db().runTransaction(async (transaction) => {
    const { approved, text, examples } = await present(doer.workspaceId, id, transaction);
    if (!approved) throw new AppError("conflict", "This has become a quick reply meanwhile.");
    if (approved.status !== "draft") return { status: approved.status };
    refuseFaults(draftFaults({ ...approved, text, examples }, form));
    transaction.update(templateAt(doer.workspaceId, id), {
      "approved.status": "pending",
      "approved.reason": null,
      updatedAt: new Date(now()),
    });
    audit(transaction, doer, "templates.submit", `templates/${id}`, {
      status: { from: "draft", to: "pending" },
    });
    return { status: "pending", draft: { ...approved, text, examples } };
  });
}

const sentences: Record<DraftFault["fault"], string> = {
  category: "The channel's platform does not take templates of this category. Choose another.",
  tooLong: "The text may have 1024 characters. Shorten it.",
  variableAtEdge: "The text may not begin or end with a variable. Put a word before or after it.",
  variablesTogether: "Two variables may not stand beside each other. Put a word between them.",
  numbering: "Number the variables from {{1}} without a gap, or give all of them names.",
  oneVariable: "The header may hold one variable.",
  noVariable: "The footer may hold no variables.",
  noFooter: "The channel's platform takes no footer. Leave it out.",
  buttonOrder: "Put the buttons that answer together, before or after the others.",
  buttonTwice: "Two buttons say the same.",
  buttonCount: "There are too many buttons: at most two open a page, and one calls.",
  buttonTitle: "A button's text is too long for the channel's platform. Shorten it.",
  buttonAddress: "A button's address begins with https:// and may hold one variable, at its end.",
  buttonPhone: "A button's phone needs its country code, such as +56912345678.",
  noExample: "Give an example for each variable: the provider reviews the template with them.",
  onlyNumbers: "The provider takes only numbered variables: {{1}}, {{2}} … over all parts.",
  lineBreaks: "No more than two line breaks or four spaces may follow each other, and no tabs.",
  noFile:
    "The header has no file yet. Give it one: an upload, or an address where the channel takes those.",
  fileKind: "The channel's platform takes no such file above a template. Choose another header.",
};

function refuseFaults(faults: readonly DraftFault[]): void {
  const details = faults.map(({ path, fault }) => ({ path, message: sentences[fault] }));
  const first = details[0];
  if (first) throw new AppError("invalid", first.message, { details });
}

type Created = Pick<ApprovedTemplate, "externalId" | "status" | "header">;

/** A decision that came by webhook before this answer stands. */
async function settle(doer: Doer, id: string, created: Created): Promise<Submitted> {
  return db().runTransaction(async (transaction) => {
    const approved = (await findAny(doer.workspaceId, id, transaction))?.approved;
    const waits = approved?.status === "pending" && approved.saidAt?.status === undefined;
    const status = waits ? created.status : (approved?.status ?? created.status);
    transaction.update(templateAt(doer.workspaceId, id), {
      "approved.externalId": created.externalId,
      "approved.status": status,
      ...(created.header ? { "approved.header": created.header } : {}),
      updatedAt: new Date(now()),
    });
    return { id, status };
  });
}

/** Unless nobody knows whether it arrived, it is a draft again. */
async function settleFailed(doer: Doer, id: string, error: unknown): Promise<Submitted> {
  if (error instanceof ProviderError && error.kind === "unknown") return { id, status: "pending" };
  await templateAt(doer.workspaceId, id).update({
    "approved.status": "draft",
    "approved.reason": reasonOf(error),
    updatedAt: new Date(now()),
  });
  throw problemOf(error);
}
