import { type ApprovedTemplate, cut } from "@hilo/schema";
import type { Entry } from "./store.ts";

/** What a copy is called: the name with the next free number. */
export function nextTitle(name: string, taken: readonly string[]): string {
  const base = cut(name.replace(/ \(\d+\)$/, ""), 74);
  return firstFree((number) => `${base} (${number})`, taken);
}

/** The provider's name for a copy: free in the language on the channel. */
export function nextName(approved: ApprovedTemplate, all: readonly Entry[]): string {
  const { channelId, language, name } = approved;
  const taken = all
    .map(({ template }) => template.approved)
    .filter((one) => one?.channelId === channelId && one.language === language)
    .map((one) => one?.name ?? "");
  const base = name.replace(/_\d+$/, "").slice(0, 500);
  return firstFree((number) => `${base}_${number}`, taken);
}

function firstFree(named: (number: number) => string, taken: readonly string[]): string {
  let number = 2;
  while (taken.includes(named(number))) number += 1;
  return named(number);
}
