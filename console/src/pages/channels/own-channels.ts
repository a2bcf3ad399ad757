import type { ChannelField } from "@hilo/schema";
import { inEach } from "@hilo/schema/languages";
import { storedChannels } from "../../data/channel-settings.ts";

/** A field whose value is one of the workspace's own channels, with those to choose from by their names. */
export function chosenAmong(field: ChannelField, value: string): ChannelField {
  if (field.channelOf === undefined) return field;
  const all = storedChannels.value;
  const known = typeof all === "string" ? [] : all;
  const fit = known.filter(({ platform }) => platform === field.channelOf);
  const words = fit.map(({ id, name }) => [id, inEach(() => name)] as const);
  // One that is there no more can still be seen, and left.
  const ids = new Set(["", ...fit.map(({ id }) => id), value]);
  return {
    ...field,
    choices: [...ids],
    choiceWords: { ...field.choiceWords, ...Object.fromEntries(words) },
  };
}
