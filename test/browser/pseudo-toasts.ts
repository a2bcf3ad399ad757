import assert from "node:assert/strict";
import { posix } from "node:path";
import { importsOf, type Source, sources } from "../support/sources.ts";
import { type Reachable, worded } from "./pseudo-console.ts";
import { go, type Step } from "./pseudo-walk.ts";

/**
 * Says everything that may be said in passing, three at a time as there is room for, with a way back.
 */
export const toastSteps: Readonly<Record<string, Step>> = {
  "what is said in passing": async (walk) => {
    await go(walk, "/nowhere", ".unknown h1");
    const texts = await toastTexts();
    const shown = walk.page.locator("hilo-toasts div");
    for (let at = 0; at < texts.length; at += 3) {
      const said = texts.slice(at, at + 3);
      await walk.page.evaluate(say, said);
      await shown
        .filter({ hasText: said.at(-1) ?? "" })
        .last()
        .waitFor();
      await walk.look("said in passing", true);
    }
  },
};

/** Runs in the page. */
function say(texts: readonly string[]): void {
  const { reachable } = globalThis as unknown as { reachable: Reachable };
  for (const text of texts) reachable.toast({ text, undo: () => undefined, tone: "bad" });
}

/**
 * All that may be said in passing: of every file that says something so, what it takes from its tables of texts, those
 * of what went wrong whole.
 */
export async function toastTexts(): Promise<string[]> {
  const speaking = sources("console/src/**/*.ts").filter(
    ({ path, text }) => !/console\/src\/ui\/(toast|copy)\.ts$/.test(path) && says.test(text),
  );
  const said = await Promise.all(speaking.map(textsTaken));
  return [...new Set(said.flat())];
}

const says = /\b(?:toast|copy)\(/;

async function textsTaken(file: Source): Promise<string[]> {
  const tables = importsOf(file).filter(({ target }) => target.startsWith("console/src/text/"));
  const taken = await Promise.all(
    tables.map(async ({ target }) => {
      const module: Record<string, unknown> = await import(posix.join("../..", target));
      return Object.entries(module).flatMap(([name, table]) => phrases(file, name, table));
    }),
  );
  assert.ok(taken.flat().length > 0, `${file.path} says something that is in no table of texts`);
  return taken.flat();
}

function phrases({ text }: Source, name: string, table: unknown): string[] {
  if (typeof table !== "object" || table === null) return [];
  const isWhole = new RegExp(`\\b${name}\\[`).test(text);
  return Object.keys(table).flatMap((key) =>
    isWhole || new RegExp(`\\b${name}\\.${key}\\b`).test(text)
      ? phrase(worded(() => table[key as keyof typeof table] as unknown))
      : [],
  );
}

/** A phrase with something in each of its places, as long as names are. */
function phrase(said: unknown): string[] {
  if (typeof said === "string") return [said];
  if (typeof said !== "function") return [];
  return [String(said(...Array.from({ length: said.length }, () => "Ximena Zárate")))];
}
