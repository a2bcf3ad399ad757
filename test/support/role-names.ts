import { Role } from "@hilo/schema";
import { type Source, withoutComments } from "./sources.ts";

/** Where a role may be named: its word, the one table of who may do what, and its name for people. */
const places = /^(schema\/src\/(member|permissions)\.ts|console\/src\/text\/words\.ts)$/;
const product = /^(schema|bricks|functions|console|widget|simulator)\/src\//;
/** Where "agent" is a blank of a template: the name of whoever answers. */
const blanks =
  /^console\/src\/pages\/(templates\/editor|inbox\/composer\/(quick-replies\/(blank-meaning|slash-values)|template-picker\/template-values))\.ts$/;

const every = Role.options.join("|");
const others = Role.options.filter((name) => name !== "agent").join("|");
const proper = Role.options.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join("|");

const anyQuoted = new RegExp(`["'\`](?:${every})["'\`]`, "g");
const quotedBeside = new RegExp(`["'\`](?:${others})["'\`]`, "g");
const marks: readonly RegExp[] = [
  // role === "agent", role: "agent", where("role", "==", "agent")
  new RegExp(
    `\\brole\\b["']?\\s*(?:[!=]==?|[:=,])\\s*(?:"[=!]=",\\s*)?["'\`](?:${every})["'\`]`,
    "g",
  ),
  // A table or a switch over all of them, and one taken from their list.
  new RegExp(
    `(?<![\\w"'\`])(?:${others}):|\\b(?:Record<|in )Role\\b|\\bswitch \\([\\w.?]*role\\)`,
    "g",
  ),
  /\bRole\.(?:enum|Enum|options\[)/g,
  new RegExp(`\\bis(?:${proper})\\b`, "g"),
];

/** Files of the product that name a role where a permission is meant; a sentence for each time. */
export function rolesNamed(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => product.test(path) && !places.test(path))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text);
      const quoted = blanks.test(path) ? quotedBeside : anyQuoted;
      const found = new Map(
        [quoted, ...marks].flatMap((mark) =>
          [...code.matchAll(mark)].map(({ 0: words, index }) => [index + words.length, words]),
        ),
      );
      return [...found.values()].map((words) => `${path} names a role: ${words}`);
    });
}
