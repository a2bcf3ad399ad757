import { type Platform, Template } from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import { log } from "../platform/log.ts";
import type { KeptTemplate } from "../providers/adapter.ts";

/** The id here of a template that a provider keeps. */
export function idOf(channelId: string, kept: KeptTemplate): string {
  return hash(channelId, kept.externalId ?? `${kept.name}/${kept.language}`);
}

/** The channel whose account keeps templates. */
export type Keeper = { channelId: string; platform: Platform };

/** A template as it is first fetched; `at` is when the provider said so (ms). */
export function entryFrom(
  { channelId, platform }: Keeper,
  kept: KeptTemplate,
  at: number,
): Template {
  const { text, examples = {}, ...approved } = kept;
  const time = new Date(now());
  return {
    name: titleOf(kept.name),
    category: "",
    platforms: [platform],
    text,
    examples,
    approved: { ...approved, channelId, saidAt: { status: at } },
    used: 0,
    createdAt: time,
    updatedAt: time,
  };
}

/** What to call a template until somebody gives it a name: order_update becomes Order update. */
function titleOf(name: string): string {
  const words = name.replaceAll("_", " ").trim().slice(0, 80) || name.slice(0, 80);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether what a provider keeps can be kept here; what cannot, such as one without any text, is left there. */
export function fits(keeper: Keeper, kept: KeptTemplate): boolean {
  const parsed = Template.safeParse(entryFrom(keeper, kept, 0));
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join("."));
    log.warn("templates.unfit", {
      channelId: keeper.channelId,
      externalId: kept.externalId,
      fields,
    });
  }
  return parsed.success;
}
