import { globSync, readFileSync } from "node:fs";
import { posix, resolve } from "node:path";

/** The repository's folder. */
export const root = resolve(import.meta.dirname, "../..");

/** A source file; its path from the root, with slashes. */
export type Source = { path: string; text: string };

/** What one file imports; `target` is a path from the root for a file, the specifier for a package. */
export type Import = { from: string; target: string; typeOnly: boolean };

const exclude = (name: string) => /(^|\/)(node_modules|dist|\.vite|fixtures)(\/|$)/.test(name);

/** Every file that matches one of the patterns, but for what is built or installed. */
export function sources(...patterns: string[]): Source[] {
  const paths = globSync(patterns, { cwd: root, exclude }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  return paths.sort().map((path) => ({ path, text: readFileSync(resolve(root, path), "utf8") }));
}

const statement =
  /(?:^|[;}\n])\s*(?:import|export)\s+(type\s)?[^;"'`()]*?from\s*"([^"]+)"|(?:^|[;}\n])\s*import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g;

/** The import statements of a file: static, re-exporting and dynamic ones. */
export function importsOf({ path, text }: Source): Import[] {
  return [...withoutComments(text).matchAll(statement)].map(([, type, ...specifiers]) => {
    const specifier = specifiers.find(Boolean) ?? "";
    return { from: path, target: targetOf(path, specifier), typeOnly: type !== undefined };
  });
}

function targetOf(path: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return posix.join(posix.dirname(path), specifier);
}

/** The text without block comments and without line comments that begin a line or follow a blank. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** The number of lines, not counting the end of the last one. */
export function linesOf({ text }: Source): number {
  return text.trimEnd().split("\n").length;
}
