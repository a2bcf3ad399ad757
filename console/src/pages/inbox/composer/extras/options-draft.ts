import type { Capabilities, Options } from "@hilo/schema";

/** Buttons or a list as they are being written. */
export type OptionsDraft = {
  kind: "buttons" | "list";
  text: string;
  /** What opens the list. */
  opener: string;
  rows: readonly { title: string; description: string }[];
};

export type OptionsLimits = Pick<Capabilities, "buttons" | "list">;

/** What keeps a draft from being sent. */
export type OptionsTrouble = "text" | "none" | "twice" | "opener" | "long";

/** How many choices there may be, and how long each. */
export function limitsOf({ kind }: Pick<OptionsDraft, "kind">, limits: OptionsLimits) {
  const { most = 0, title = 0 } = limits[kind] ?? {};
  return {
    most,
    title,
    description: limits.list?.description ?? 0,
    opener: limits.list?.button ?? 0,
  };
}

/** The options of a draft; rows left empty do not count. */
export function optionsOf({ kind, rows, opener }: OptionsDraft): Options {
  const choices = filled(rows).map(({ title, description }, index) => ({
    id: `option-${index + 1}`,
    title: title.trim(),
    ...(description.trim() && kind === "list" ? { description: description.trim() } : {}),
  }));
  if (kind === "buttons") return { buttons: choices.map(({ id, title }) => ({ id, title })) };
  return { list: { button: opener.trim(), rows: choices } };
}

/** What is wrong with a draft, the first thing first. */
export function troubleWith(
  draft: OptionsDraft,
  limits: OptionsLimits,
): OptionsTrouble | undefined {
  const { title, most } = limitsOf(draft, limits);
  const titles = filled(draft.rows).map((row) => row.title.trim());
  if (draft.text.trim() === "") return "text";
  if (titles.length === 0) return "none";
  if (new Set(titles).size < titles.length) return "twice";
  if (titles.length > most || titles.some((one) => one.length > title)) return "long";
  return draft.kind === "list" && draft.opener.trim() === "" ? "opener" : undefined;
}

function filled(rows: OptionsDraft["rows"]): OptionsDraft["rows"] {
  return rows.filter(({ title }) => title.trim() !== "");
}
