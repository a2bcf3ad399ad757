import type { PublicChannel } from "@hilo/schema";
import { ApiProblem } from "../../data/api.ts";
import {
  copyTemplate,
  type ListedTemplate,
  removeTemplate,
  restoreTemplate,
  submitTemplate,
  syncTemplates,
} from "../../data/templates.ts";
import { problems } from "../../text/problems.ts";
import { t } from "../../text/templates.ts";
import { w } from "../../text/words.ts";
import { copy } from "../../ui/copy.ts";
import { toast } from "../../ui/toast.ts";

/** Puts the text where it can be pasted, and says whether the browser let it. */
export function copyText(text: string): Promise<void> {
  return copy(text, { done: t.copied, refused: t.notCopied });
}

/** Makes a copy and tells its id; nothing when it failed, which has been said. */
export async function duplicate(id: string): Promise<string | undefined> {
  const copy = await attempt(() => copyTemplate(id));
  if (copy) toast({ text: t.duplicated });
  return copy;
}

/** Removes a template, with the way back; tells whether it is done. */
export async function remove({
  id,
  name,
  approved,
  platforms: [platform],
}: ListedTemplate): Promise<boolean> {
  const done = await attempt(async () => {
    await removeTemplate(id);
    return true;
  });
  if (!done) return false;
  const kept = approved?.externalId && platform ? ` ${t.removedKept(w[platform])}` : "";
  toast({
    text: t.removed(name) + kept,
    undo: () => void attempt(() => restoreTemplate(id)),
  });
  return true;
}

/** Gives a draft to the provider; says what it did not like. */
export async function submit(id: string): Promise<void> {
  const done = await attempt(async () => {
    await submitTemplate(id);
    return true;
  });
  if (done) toast({ text: t.submitted });
}

/** Fetches what the providers keep; a channel that fails does not keep the others back. */
export async function sync(channels: readonly PublicChannel[]): Promise<void> {
  const counts = await Promise.all(
    channels.map(({ id, name }) => attempt(() => syncTemplates(id), `${name}: `)),
  );
  const done = counts.filter((one) => one !== undefined);
  const sum = (index: 0 | 1) => done.reduce((total, one) => total + one[index], 0);
  // What could not be asked may have news: nobody knows then that all is up to date.
  if (done.length === channels.length || sum(0) + sum(1) > 0)
    toast({ text: t.synced(sum(0), sum(1)) });
}

const followed = new Set<string>();

/** Asks, once, about what waits for a decision where the provider does not tell by itself. */
export function followPending(all: readonly ListedTemplate[]): void {
  const waiting = all.filter(({ approved }) => approved?.status === "pending");
  for (const channelId of new Set(waiting.map(({ approved }) => approved?.channelId ?? ""))) {
    if (channelId === "" || followed.has(channelId)) continue;
    followed.add(channelId);
    syncTemplates(channelId).catch(() => undefined);
  }
}

/** What a provider or the API refused is said in passing; of what is invalid, the sentence itself. */
async function attempt<T>(work: () => Promise<T>, about = ""): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    toast({ text: about + wordsOf(error), tone: "bad" });
    return undefined;
  }
}

function wordsOf({ code, detail, errors }: ApiProblem): string {
  const lacks = errors.map(({ path }) => path);
  if (lacks.includes("settings.appId")) return t.reasonNoAppId;
  if (lacks.includes("settings.accountId")) return t.reasonNoAccountId;
  return code === "invalid" && detail.startsWith("The provider refused") ? detail : problems[code];
}
