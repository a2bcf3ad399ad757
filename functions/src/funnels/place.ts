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
export function placeOfSaying({ said, business, matter, first }: Surroundings): Cue[] {
  const any = (cues: readonly Cue[]) => cues.some((cue) => said.has(cue));
  const goesOn = matter === "support" || any(["followUp", "stillBroken"]);
  const place: Cue[] = first ? ["first"] : [];
  if (any(problemCues)) {
    place.push(goesOn ? "moreProblem" : "newProblem");
    if (matter === "sales") place.push("helpAfterSale");
  } else if (any(askCues) && matter === "support") place.push("saleAfterHelp");
  if (any(askCues)) place.push(matter === "sales" ? "moreAsk" : "newAsk");
  if (![...said].some(isContent)) place.push(plainPlace(matter, business));
  return place;
}

function plainPlace(matter: Surroundings["matter"], business: ReadonlySet<Cue>): Cue {
  if (matter === "sales") return "plainInSales";
  if (matter === "support") return "plainInSupport";
  return asked(business) ? "plainAnswer" : "plainAlone";
}

/** Whether the business said more than a greeting. */
function asked(business: ReadonlySet<Cue>): boolean {
  return business.size > 0 && !business.has("bGreeting") && !business.has("bWishes");
}

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
  return row?.[1] ?? plainAck(business, matter);
}

function refusing({ business, matter }: Surroundings): Cue {
  if (business.has("bOffer") && !business.has("bSolved")) return "noToOffer";
  const row = answered.find(([to]) => to.some((cue) => business.has(cue)));
  return row?.[2] ?? plainAck(business, matter);
}

function plainAck(business: ReadonlySet<Cue>, matter: Surroundings["matter"]): Cue {
  return matter === "" && !asked(business) ? "ackNothing" : "ackAfter";
}
