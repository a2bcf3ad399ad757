import {
  businessCues,
  type ClassificationRules,
  type Cue,
  customerCues,
  type Reason,
} from "@hilo/schema";
import { packCues, unpackCues } from "./cue-set.ts";
import type { FoldState, Heard } from "./fold-state.ts";
import { formsOf } from "./forms.ts";
import { buttonHit, type Hit, hitsIn, lexiconOf, readTokens } from "./lexicon.ts";
import { isContent, matterOf, matterOfBusiness } from "./matter.ts";
import { placeOfAnswering, placeOfSaying } from "./place.ts";
import { spoken, type Token } from "./tokens.ts";

/** What one message says. */
export type Reading = { tokens: readonly Token[]; cues: ReadonlySet<Cue>; reasons: Reason[] };

/** Whether a message begins a turn's words anew, adds to them, or says nothing that counts. */
export type Turning = "anew" | "more" | "none";

const customerSays = new Set<Cue>(customerCues);
const businessDoes = new Set<Cue>(businessCues);
const most = { words: 6, reasons: 5, values: 3, length: 28 };

export function read({ from, text, payload }: Heard, rules: ClassificationRules): Reading {
  const lexicon = lexiconOf(rules);
  const said = spoken(text);
  const tokens = readTokens(lexicon, said);
  const theirs = from === "customer" ? customerSays : businessDoes;
  const hits = hitsIn(lexicon, tokens).filter(({ cue }) => theirs.has(cue));
  const button = buttonHit(lexicon, payload ?? said);
  const cues = new Set<Cue>([...hits.map(({ cue }) => cue), ...formsOf(said, tokens)]);
  if (payload !== undefined) cues.add("button");
  const reasons = reasonsOf(hits, tokens, said);
  if (button === undefined) return { tokens, cues, reasons };
  cues.add(button.cue);
  return { tokens, cues, reasons: [{ rule: button.id, values: [cut(said)] }, ...reasons] };
}

function reasonsOf(hits: readonly Hit[], tokens: readonly Token[], text: string): Reason[] {
  const byRule = new Map<string, Set<string>>();
  const named = new Map<string, string>();
  for (const { cue, rule, from, to } of hits) {
    if (!isContent(cue)) continue;
    // Of rules that say the same at one place, that of the first language is named.
    const place = `${cue} ${from}`;
    const first = named.get(place) ?? rule;
    named.set(place, first);
    if (first !== rule) continue;
    const words = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
    byRule.set(rule, (byRule.get(rule) ?? new Set()).add(cut(words)));
  }
  return [...byRule].map(([rule, values]) => ({ rule, values: [...values].slice(0, most.values) }));
}

function cut(words: string): string {
  return [...words].slice(0, most.length).join("");
}

/** The state after a message, but for what the trained part makes of its words. */
export function advance(
  state: FoldState,
  message: Heard,
  reading: Reading,
  rules: ClassificationRules,
): { state: FoldState; turning: Turning } {
  return message.from === "customer"
    ? afterCustomer(state, reading, rules)
    : afterBusiness(state, reading);
}

function afterBusiness(state: FoldState, { cues, reasons }: Reading) {
  const goesOn = state.last === "business";
  const before = unpackCues(state.business);
  const place = unpackCues(state.place).add(state.said === "" ? "onlyBusiness" : "businessLast");
  const turning: Turning = goesOn ? "more" : "anew";
  const next: FoldState = {
    ...state,
    business: packCues(goesOn ? [...before, ...cues] : cues),
    earlier: goesOn ? state.earlier : packCues([...unpackCues(state.earlier), ...before]),
    place: packCues(place),
    last: "business",
    reasons: [...state.reasons, ...reasons].slice(-most.reasons),
  };
  return { state: next, turning };
}

function afterCustomer(
  state: FoldState,
  { cues, tokens, reasons }: Reading,
  rules: ClassificationRules,
) {
  const bare = isBare(cues, tokens);
  if (bare && state.last === "customer" && !state.bare) return addBare(state, cues);
  if (bare) return answered(state, cues, reasons);
  const goesOn = state.last === "customer" && !state.bare;
  const turn = goesOn ? state : shifted(state, rules);
  const said = goesOn ? new Set([...unpackCues(turn.said), ...cues]) : cues;
  const place = placeOfSaying({
    said,
    business: unpackCues(turn.business),
    matter: turn.matter,
    first: turn.before === "" && turn.business === "",
  });
  const turning: Turning = goesOn ? "more" : "anew";
  const next: FoldState = {
    ...turn,
    said: packCues(said),
    place: packCues(place),
    last: "customer",
    bare: false,
    reasons: (goesOn ? [...reasons, ...turn.reasons] : reasons).slice(0, most.reasons),
  };
  return { state: next, turning };
}

/** An "ok" right behind what the same customer just wrote adds nothing to it. */
function addBare(state: FoldState, cues: ReadonlySet<Cue>) {
  const said = packCues([...unpackCues(state.said), ...cues]);
  return { state: { ...state, said }, turning: "none" as Turning };
}

/** An "ok" keeps what it answers: the turn before stays the one that counts. */
function answered(state: FoldState, cues: ReadonlySet<Cue>, reasons: Reason[]) {
  const business = unpackCues(state.business);
  const place = placeOfAnswering({
    said: cues,
    business,
    matter: state.matter || matterOfBusiness(business),
    first: state.said === "" && state.business === "",
  });
  const said = packCues([...unpackCues(state.said), ...cues]);
  const next: FoldState = {
    ...state,
    said,
    place: packCues(place),
    last: "customer",
    bare: true,
    reasons: [...reasons, ...state.reasons].slice(0, most.reasons),
  };
  return { state: next, turning: "none" as Turning };
}

/** What was said becomes what was said before, and leaves its matter behind. */
function shifted(state: FoldState, rules: ClassificationRules): FoldState {
  const said = unpackCues(state.said);
  return {
    ...state,
    before: packCues([...unpackCues(state.before), ...said]),
    matter: matterOf(said, rules) || state.matter || matterOfBusiness(unpackCues(state.business)),
  };
}

function isBare(cues: ReadonlySet<Cue>, tokens: readonly Token[]): boolean {
  if ([...cues].some(isContent)) return false;
  if (tokens.filter(({ kind }) => kind === "word").length > most.words) return false;
  return ["yes", "no", "thanks", "greeting", "onlyFaces"].some((cue) => cues.has(cue as Cue));
}
