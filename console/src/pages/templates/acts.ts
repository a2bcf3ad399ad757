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
import { toast } from "../../ui/toast.ts";

/** Puts the text where it can be pasted. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  toast({ text: t.copied });
}

/** Makes a copy and tells its id; nothing when it failed, which has been said. */
export async function duplicate(id: string): Promise<string | undefined> {
  const copy = await attempt(() => copyTemplate(id));
  if (copy) toast({ text: t.duplicated });
  return copy;
}

/** Removes a template, with the way back. */
export async function remove({ id, name, approved }: ListedTemplate): Promise<void> {
  const done = await attempt(async () => {
    await removeTemplate(id);
    return true;
  });
  if (!done) return;
  const kept = approved?.externalId ? ` ${t.removedKept}` : "";
  toast({
    text: t.removed(name) + kept,
    undo: () => void attempt(() => restoreTemplate(id)),
  });
}

/** Gives a draft to the provider; says what it did not like. */
export async function submit(id: string): Promise<void> {
  const done = await attempt(async () => {
    await submitTemplate(id);
    return true;
  });
  if (done) toast({ text: t.submitted });
}

/** Fetches what the providers keep. */
export async function sync(channelIds: readonly string[]): Promise<void> {
  const counts = await attempt(() => syncTemplates(channelIds));
  if (counts) toast({ text: t.synced(...counts) });
}

/** What a provider or the API refused is said in passing; of what is invalid, the sentence itself. */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const own = error.code === "invalid" && error.detail.startsWith("The provider refused");
    toast({ text: own ? error.detail : problems[error.code], tone: "bad" });
    return undefined;
  }
}
