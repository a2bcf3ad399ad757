import { linesOf, type Source, withoutComments } from "./sources.ts";

const forbiddenNames =
  /^(services?|controllers?|repositor(y|ies)|utils?|helpers?|misc|common|managers?)$/;

/** Files that name collections without being a store; a sentence for each. */
export function collectionsElsewhere(files: readonly Source[]): string[] {
  const named = /\.collection(Group)?\(\s*["'`]/;
  const free = /(\/store\.ts|^functions\/src\/platform\/.+)$/;
  return files
    .filter(({ path }) => path.startsWith("functions/src/") && !free.test(path))
    .filter(({ text }) => named.test(withoutComments(text)))
    .map(({ path }) => `${path} names a collection: that belongs to its room's store.ts`);
}

/** Files that read the settings of a workspace by themselves: they stand in memory, in a room of their own. */
export function settingsElsewhere(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => /^functions\/src\/(?!settings\/|platform\/house\.ts)/.test(path))
    .filter(({ text }) =>
      /\.collection\(\s*["'`]settings\b|\bsettingsAt\b/.test(withoutComments(text)),
    )
    .map(({ path }) => `${path} reads settings: ask the room of settings`);
}

/** Folders and files with a name that says nothing. */
export function emptyNames(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => path.split("/").some((part) => forbiddenNames.test(bare(part))))
    .map(({ path }) => path);
}

function bare(part: string): string {
  return part.split(".")[0] ?? "";
}

/** Files with a default export, but for the configuration of tools, which ask for one. */
export function defaultExports(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => !/\.config\.ts$/.test(path))
    .filter(({ text }) => /^\s*export\s+default\b|\bas\s+default\b/m.test(withoutComments(text)))
    .map(({ path }) => path);
}

/** Files that switch off a rule of the compiler or of the linter. A test of types says what the compiler refuses. */
export function suppressions(files: readonly Source[]): string[] {
  const always = ["@ts-(ignore|nocheck)", "biome-ign" + "ore"];
  const marks = new RegExp([...always, "@ts-(expect)-error"].join("|"));
  const marksOfTypes = new RegExp(always.join("|"));
  return files
    .filter(({ path, text }) => (/-types\.test\.ts$/.test(path) ? marksOfTypes : marks).test(text))
    .map(({ path }) => path);
}

/** Files with more lines than this. */
export function longerThan(files: readonly Source[], limit: number): string[] {
  return files
    .filter((file) => linesOf(file) > limit)
    .map((file) => `${file.path}: ${linesOf(file)} lines`);
}

/** The number of lines that this share of the files does not exceed. */
export function linesAt(files: readonly Source[], share: number): number {
  const sorted = files.map(linesOf).sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}

/** Whatever is bundled takes zod by its namespace: its `z` is all of it, languages included, 360 KB of them. */
export function wholeZod(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => /^(schema|functions|console|widget)\//.test(path))
    .filter(({ text }) => /^import \{[^}]*\bz\b[^}]*\} from "zod"/m.test(text))
    .map(({ path }) => `${path} imports all of zod: take it by \`import * as z\``);
}
