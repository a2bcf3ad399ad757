import type { ClassificationRules, Cue, Standing } from "@hilo/schema";

export const problemCues: readonly Cue[] = [
  ...(["problem", "wrongThing", "missing", "overcharge", "complaint", "refund"] as const),
  ...(["cancelService", "ownThing", "changeOwn"] as const),
];
export const askCues: readonly Cue[] = ["price", "available", "interest", "visit"];

/** What stands for no matter of its own. */
const contentless = new Set<Cue>([
  ...(["greeting", "thanks", "yes", "no", "smallTalk", "negatedWish", "laterTime"] as const),
  ...(["question", "amount", "code", "link", "media", "happyFace", "angryFace"] as const),
  ...(["onlyFaces", "short", "long", "button"] as const),
]);

export function isContent(cue: Cue): boolean {
  return !contentless.has(cue);
}

const helping = new Set<Cue>(["bSolved", "bAsks", "bDiagnoses", "bPromises"]);
const selling = new Set<Cue>([
  ...(["bQuote", "bOffer", "bPromo", "bWinback", "bSaleDone", "bNudges"] as const),
]);
const clearly = 0.4;

/** Which matter a turn of the customer speaks of, if it clearly does. */
export function matterOf(
  cues: ReadonlySet<Cue>,
  { scores }: Pick<ClassificationRules, "scores">,
): "" | "sales" | "support" {
  let leaning = 0;
  for (const cue of cues)
    for (const [standing, score] of Object.entries(scores[cue]?.now ?? {}))
      leaning += score * sideOf(standing as Standing);
  return settled(leaning);
}

/** Which matter the business's turn is about, by what it does. */
export function matterOfBusiness(cues: ReadonlySet<Cue>): "" | "sales" | "support" {
  const count = (side: ReadonlySet<Cue>) => [...cues].filter((cue) => side.has(cue)).length;
  return settled(count(selling) - count(helping));
}

function settled(leaning: number): "" | "sales" | "support" {
  if (Math.abs(leaning) < clearly) return "";
  return leaning > 0 ? "sales" : "support";
}

function sideOf(standing: Standing): number {
  if (standing === "none") return 0;
  return standing.startsWith("sales") ? 1 : -1;
}
