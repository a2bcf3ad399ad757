import { Platform, Provider } from "@hilo/schema";
import { type Source, withoutComments } from "./sources.ts";

/** Where a provider may be named: its word, its line, its folder, what shares Meta's wire, and the chat's own room. */
const places =
  /^(schema\/src\/provider\.ts|functions\/src\/providers\/(index\.ts|meta-|\w+\/)|functions\/src\/webchat\/)/;
const product = /^(schema|bricks|functions|console)\/src\//;

const every = Provider.options.join("|");
/** Those that mean nothing else: the others are platforms, too. */
const plain = Provider.options.filter((name) => !(Platform.options as string[]).includes(name));
const proper = plain.map((name) => name.charAt(0).toUpperCase() + name.slice(1));

const marks: readonly RegExp[] = [
  // "twilio", but no attribute such as slot="meta".
  new RegExp(`(?<!=)["'\`](?:${plain.join("|")})["'\`]`, "g"),
  // Twilio in a sentence, TWILIO_… in the environment.
  new RegExp(`\\b(?:${proper.join("|")})\\b|\\b(?:${plain.join("|").toUpperCase()})_`, "g"),
  // provider === "telegram", provider: "email", "x" !== channel.provider
  new RegExp(`\\bprovider\\b["']?\\s*(?:[!=]==?|[:=])\\s*["'\`](?:${every})["'\`]`, "g"),
  new RegExp(`["'\`](?:${every})["'\`]\\s*[!=]==?\\s*[\\w.?]*\\bprovider\\b`, "g"),
  // A table or a switch over all of them.
  /\bRecord<Provider\b|\bin Provider\b|\bswitch \([\w.?]*provider\)/g,
  new RegExp(`/providers/(?:${every})/`, "g"),
];

/** Files of the product that name a provider outside its places; a sentence for each time. */
export function providersNamed(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => product.test(path) && !places.test(path))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text);
      const found = marks.flatMap((mark) => [...code.matchAll(mark)]);
      return found.map(([words]) => `${path} names a provider: ${words}`);
    });
}
