import type { ApprovedDraft, ApprovedTemplate, Template } from "@hilo/schema";
import { AppError } from "../platform/errors.ts";
import type { Transaction } from "../platform/firestore.ts";
import { keeperOf } from "./provider-account.ts";
import { findTemplate, templatesOfChannel } from "./store.ts";

/** What a person writes of a template. */
export type Written = Pick<Template, "name" | "category" | "platforms" | "text" | "examples"> & {
  approved?: ApprovedDraft | undefined;
};

/** What nobody has submitted yet. */
export function draftOf(written: ApprovedDraft): ApprovedTemplate {
  return { ...written, externalId: null, status: "draft", reason: null, quality: null };
}

/** Where a template of a channel's account can be used: on its platform. Throws when the channel keeps none. */
export async function placeOf(
  workspaceId: string,
  { channelId }: ApprovedDraft,
): Promise<Pick<Template, "platforms">> {
  const { connection } = await keeperOf(workspaceId, channelId);
  return { platforms: [connection.channel.platform] };
}

/** A channel's account holds one template of a name in a language. */
export async function refuseTaken(
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

export function noSuchTemplate(): AppError {
  return new AppError("notFound", "There is no such template.");
}
