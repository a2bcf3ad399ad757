import type { Cue } from "@hilo/schema";
import type { Token } from "./tokens.ts";

const angry = /[😠😡🤬😤👎🙄😒]/u;
const happy = /[👍🙏❤😀-😆😊😍🥰🤩👏🙌💪🎉👌🤝✅😁🎓💐]/u;
const few = 3;
const many = 40;

/** The cues of a message's form, which are the same in every language. */
export function formsOf(text: string, tokens: readonly Token[]): Cue[] {
  const has = (...kinds: Token["kind"][]) => tokens.some(({ kind }) => kinds.includes(kind));
  const words = tokens.filter(({ kind }) => kind === "word").length;
  const only = tokens.every(({ kind }) => kind === "face" || kind === "stop" || kind === "comma");
  const forms: [Cue, boolean][] = [
    ["question", has("question")],
    ["amount", has("amount")],
    ["code", has("code")],
    ["link", has("link")],
    ["media", has("media")],
    ["happyFace", happy.test(text)],
    ["angryFace", angry.test(text)],
    ["onlyFaces", only && has("face")],
    ["short", words <= few],
    ["long", words > many],
  ];
  return forms.flatMap(([cue, holds]) => (holds ? [cue] : []));
}
