import type { Cue } from "@hilo/schema";
import { askCues, isContent, problemCues } from "./matter.ts";

/** What a turn of the customer is read against. */
export type Surroundings = {
  said: ReadonlySet<Cue>;
  business: ReadonlySet<Cue>;
  matter: "" | "sales" | "support";
  first: boolean;
};

/** What a turn that says something means where it stands. */
export function placeOfSaying({ said, matter, first }: Surroundings): Cue[] {
  const any = (cues: readonly Cue[]) => cues.some((cue) => said.has(cue));
  const goesOn = matter === "support" || any(["followUp", "stillBroken"]);
  const place: Cue[] = first ? ["first"] : [];
  if (any(problemCues)) {
    place.push(goesOn ? "moreProblem" : "newProblem");
    if (matter === "sales") place.push("helpAfterSale");
  } else if (any(askCues) && matter === "support") place.push("saleAfterHelp");
  if (any(askCues)) place.push(matter === "sales" ? "moreAsk" : "newAsk");
  if (![...said].some(isContent)) place.push(plainPlaces[matter]);
  return place;
}

const plainPlaces = {
  sales: "plainInSales",
  support: "plainInSupport",
  "": "plainAlone",
} as const satisfies Record<string, Cue>;

/** What an "ok", thanks or a face means: what it answers. */
export function placeOfAnswering(surroundings: Surroundings): Cue[] {
  const { said, first } = surroundings;
  const place: Cue[] = first ? ["first"] : [];
  if (said.has("thanks") && !said.has("yes")) place.push("thanksOnly");
  place.push(said.has("no") ? refusing(surroundings) : agreeing(surroundings));
  return place;
}

/** What of the business's turn an answer is to, the first that holds. */
const answered: [to: Cue[], agreed: Cue, refused: Cue][] = [
  [["bWishes"], "ackNothing", "ackNothing"],
  [["bSaleDone"], "ackSale", "noToOffer"],
  [["bSolved"], "ackSolved", "noToSolved"],
  [["bPromises", "bAsks", "bDiagnoses", "bSorry"], "ackPromise", "ackPromise"],
  [["bOffer", "bQuote", "bNudges", "bPromo", "bWinback"], "ackQuote", "noToOffer"],
];

function agreeing({ said, business, matter }: Surroundings): Cue {
  const agrees = said.has("yes") || said.has("happyFace");
  if (agrees && business.has("bOffer") && !business.has("bSolved")) return "ackOffer";
  const row = answered.find(([to]) => to.some((cue) => business.has(cue)));
  return row?.[1] ?? (matter === "" ? "ackNothing" : "ackAfter");
}

function refusing({ business, matter }: Surroundings): Cue {
  if (business.has("bOffer") && !business.has("bSolved")) return "noToOffer";
  const row = answered.find(([to]) => to.some((cue) => business.has(cue)));
  return row?.[2] ?? (matter === "" ? "ackNothing" : "ackAfter");
}
