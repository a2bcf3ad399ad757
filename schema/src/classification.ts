import * as z from "zod";
import { languages } from "./languages.ts";
import { LeadKind } from "./lead-kind.ts";

/** What a conversation is about: a sale, help with something, or neither. */
export const Matter = z.enum(["sales", "support", "none"]);
export type Matter = z.infer<typeof Matter>;

/** Where a conversation stands: the matter and the stage in its funnel. */
export const Standing = z.enum([
  "none",
  "sales.initial",
  "sales.negotiation",
  "sales.debate",
  "sales.closing",
  "support.firstContact",
  "support.inProcess",
  "support.closing",
]);
export type Standing = z.infer<typeof Standing>;

/** Kinds of a lead between which words decide; help is always `support`. */
export const SalesKind = z.enum(["sale", "noInterest", "futureContact", "recovery"]);
export type SalesKind = z.infer<typeof SalesKind>;

/** What a customer's message may say, whatever the language. */
export const customerCues = [
  ...["problem", "wrongThing", "missing", "overcharge", "complaint", "refund", "cancelService"],
  ...["ownThing", "changeOwn", "followUp", "stillBroken", "givesData", "waits", "solved"],
  ...["caseClosed", "withdrawn", "understood", "escalate"],
  ...["price", "available", "interest", "visit", "quote", "discount", "payTerms", "terms"],
  ...["condition", "expensive", "compare", "doubt", "think", "consult", "postpone", "accept"],
  ...["pay", "book", "details", "refuse", "optOut", "contactLater", "laterTime", "former"],
  ...["negatedWish", "greeting", "thanks", "yes", "no", "wrongNumber", "spam", "job", "supplier"],
  ...["outreach", "smallTalk", "private", "noise"],
] as const;

/** What a business's message may do. */
export const businessCues = [
  ...["bGreeting", "bQuote", "bOffer", "bPromo", "bWinback", "bSolved", "bAsks", "bDiagnoses"],
  ...["bPromises", "bSorry", "bSaleDone", "bNudges", "bReminds", "bWishes"],
] as const;

/** What is seen without words of any language: the form of a message. */
export const formCues = [
  ...["question", "amount", "code", "link", "media", "happyFace", "angryFace", "onlyFaces"],
  ...["short", "long", "button"],
] as const;

/** What a message means by where it stands: what it answers, and whether its matter is new. */
export const placeCues = [
  ...["ackSolved", "ackSale", "ackOffer", "ackPromise", "ackQuote", "ackNothing", "ackAfter"],
  ...[
    "noToOffer",
    "noToSolved",
    "thanksOnly",
    "newProblem",
    "moreProblem",
    "helpAfterSale",
    "saleAfterHelp",
    "newAsk",
    "moreAsk",
  ],
  ...[
    "plainInSupport",
    "plainInSales",
    "plainAlone",
    "plainAnswer",
    "businessLast",
    "onlyBusiness",
    "first",
  ],
] as const;

export const Cue = z.enum([...customerCues, ...businessCues, ...formCues, ...placeCues]);
export type Cue = z.infer<typeof Cue>;

/**
 * The words of one language that give one cue. A phrase is words with spaces between: `a|b` either, `stem*` any ending,
 * `word?` may be missing, `_` up to three words, `*` one word, `<name>` a list of `words` or one of amount, number, code,
 * time, percent, link; `^` begins and `$` ends a message. Accents, case and spelling by ear are ignored.
 */
export const CueRule = z.object({
  id: z.string().min(1).max(60),
  cue: Cue,
  phrases: z.array(z.string().min(1).max(120)).max(1000),
  /** Texts of buttons and payloads of templates that say it, whole. */
  buttons: z.array(z.string().min(1).max(200)).optional(),
  /** What it says after a negation: another cue, or nothing (""); without this a negation does not touch it. */
  negated: z.union([Cue, z.literal("")]).optional(),
});
export type CueRule = z.infer<typeof CueRule>;

export const LanguageRules = z.object({
  negators: z.array(z.string()),
  /** Short and misspelt words and what they stand for. */
  spellings: z.record(z.string(), z.string()),
  words: z.record(z.string(), z.array(z.string())),
  rules: z.array(CueRule).max(200),
});
export type LanguageRules = z.infer<typeof LanguageRules>;

/** The languages in which customers are read: ours, and Portuguese. */
export const ReadLanguage = z.enum([...languages, "pt"]);
export type ReadLanguage = z.infer<typeof ReadLanguage>;

const Scores = z.partialRecord(Standing, z.number());

/** How much a cue speaks for each standing and kind: in the turn that was last taken, and said earlier. */
export const CueScores = z.object({
  now: Scores.optional(),
  past: Scores.optional(),
  kind: z.partialRecord(SalesKind, z.number()).optional(),
  pastKind: z.partialRecord(SalesKind, z.number()).optional(),
});
export type CueScores = z.infer<typeof CueScores>;

/** All by which conversations are classified; what a workspace may edit. */
export const ClassificationRules = z.object({
  /** Below this confidence (0 to 1) a funnel and stage are only suggested. */
  certainFrom: z.number().min(0).max(1),
  languages: z.record(ReadLanguage, LanguageRules),
  scores: z.partialRecord(Cue, CueScores),
});
export type ClassificationRules = z.infer<typeof ClassificationRules>;

/** A rule that decided, and the words by which it did. */
export const Reason = z.object({ rule: z.string(), values: z.array(z.string()) });
export type Reason = z.infer<typeof Reason>;

export const SalesStage = z.enum(["initial", "negotiation", "debate", "closing"]);
export const SupportStage = z.enum(["firstContact", "inProcess", "closing"]);

/** What a conversation is taken for after its last message. */
export const Classification = z.object({
  funnel: Matter,
  stage: z.union([SalesStage, SupportStage]).nullable(),
  leadKind: LeadKind.nullable(),
  confidence: z.number().min(0).max(1),
  why: z.array(Reason),
});
export type Classification = z.infer<typeof Classification>;
