import { Template } from "@hilo/schema";
import {
  type CollectionReference,
  type DocumentReference,
  type DocumentSnapshot,
  read,
  type Transaction,
  workspace,
} from "../platform/firestore.ts";

/** A template with its id. */
export type Entry = { id: string; template: Template };

function templatesOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("templates");
}

export function templateAt(workspaceId: string, id: string): DocumentReference {
  return templatesOf(workspaceId).doc(id);
}

/** A template that has not been removed. */
export async function findTemplate(
  workspaceId: string,
  id: string,
  transaction?: Transaction,
): Promise<Template | undefined> {
  const found = await findAny(workspaceId, id, transaction);
  return found?.removedAt ? undefined : found;
}

/** A template, removed or not. */
export async function findAny(
  workspaceId: string,
  id: string,
  transaction?: Transaction,
): Promise<Template | undefined> {
  const place = templateAt(workspaceId, id);
  return read(Template, transaction ? await transaction.get(place) : await place.get());
}

/** All templates, removed ones too. */
export async function allTemplates(workspaceId: string): Promise<Entry[]> {
  const { docs } = await templatesOf(workspaceId).get();
  return docs.flatMap(entry);
}

/** The approved templates that a channel's account holds, removed ones too. */
export async function templatesOfChannel(
  workspaceId: string,
  channelId: string,
  transaction?: Transaction,
): Promise<Entry[]> {
  const query = templatesOf(workspaceId).where("approved.channelId", "==", channelId);
  const { docs } = transaction ? await transaction.get(query) : await query.get();
  return docs.flatMap(entry);
}

function entry(document: DocumentSnapshot): Entry[] {
  const template = read(Template, document);
  return template ? [{ id: document.id, template }] : [];
}
