import type {
  ApprovedDraft,
  ApprovedTemplate,
  Platform,
  PublicChannel,
  RequestOf,
  Template,
} from "@hilo/schema";
import { filledIn } from "@hilo/schema/template/template";
import { type Source, source } from "../ui/source.ts";
import { call } from "./api.ts";
import { channels } from "./channels.ts";
import { fileLinks } from "./files.ts";
import { collectionOf, fromDocument } from "./firestore.ts";
import { followWhole } from "./follow-whole.ts";
import { isAllowed } from "./session.ts";
import { whileVisible } from "./visibility.ts";

export type ListedTemplate = Template & { id: string };
export type Templates = readonly ListedTemplate[] | "loading" | "failed";

/** What a person writes of a template. */
export type WrittenTemplate = {
  name: string;
  category: string;
  platforms: Platform[];
  text: string;
  examples: Record<string, string>;
  approved?: ApprovedDraft;
};

const all = source<Templates>("loading", () =>
  whileVisible(() =>
    followWhole(
      collectionOf("templates"),
      (found) => {
        const known = found.map((one) => fromDocument<ListedTemplate>(one.id, one.data()));
        all.set(known.filter((one) => !one.removedAt).sort(byName));
      },
      () => all.set("failed"),
    ),
  ),
);

/** Quick replies and the templates that providers approve, by name, live; removed ones are not there. */
export const templates: Source<Templates> = all;

/** What is known so far. */
export function knownTemplates(): readonly ListedTemplate[] {
  return typeof all.value === "string" ? [] : all.value;
}

/** The channels whose provider approves templates. */
export function keepers(): PublicChannel[] {
  return channels.value.filter(({ capabilities }) => capabilities?.templates !== undefined);
}

/** The picture above a template, with these values; who shows it watches `fileLinks.changed`. */
export function headerPicture(
  header: ApprovedTemplate["header"],
  values: Record<string, string>,
): string | undefined {
  if (header?.type !== "image") return undefined;
  const value = header.url ? filledIn(header.url, values) : (values.header ?? "");
  if (value.startsWith("https://")) return value.includes("{{") ? undefined : value;
  return value === "" ? undefined : fileLinks.of(value);
}

/** Whether this member may write templates. */
export function mayWrite(): boolean {
  return isAllowed("templates.manage");
}

export async function createTemplate(written: WrittenTemplate): Promise<string> {
  const id = crypto.randomUUID();
  await call("createTemplate", { body: { id, ...written } });
  return id;
}

export async function changeTemplate(
  id: string,
  changes: RequestOf<"changeTemplate">,
): Promise<void> {
  await call("changeTemplate", { params: { templateId: id }, body: changes });
}

export async function removeTemplate(id: string): Promise<void> {
  await call("removeTemplate", { params: { templateId: id } });
}

export async function restoreTemplate(id: string): Promise<void> {
  await call("restoreTemplate", { params: { templateId: id } });
}

/** Makes a copy; tells its id. */
export async function copyTemplate(id: string): Promise<string> {
  const copy = crypto.randomUUID();
  await call("copyTemplate", { params: { templateId: id }, body: { id: copy } });
  return copy;
}

export async function submitTemplate(id: string): Promise<void> {
  await call("submitTemplate", { params: { templateId: id } });
}

/** Fetches what the provider of a channel keeps; tells how many are new and how many changed. */
export async function syncTemplates(channelId: string): Promise<[added: number, changed: number]> {
  const { added, changed, gone } = await call("syncTemplates", { params: { channelId } });
  return [added, changed + gone];
}

/** Counts that a quick reply was used; nobody waits for it. */
export function countUse(id: string): void {
  call("countTemplateUse", { params: { templateId: id } }).catch(() => undefined);
}

function byName(a: ListedTemplate, b: ListedTemplate): number {
  return a.name.localeCompare(b.name);
}
