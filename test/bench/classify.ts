import { LeadKind, Standing } from "@hilo/schema";
import { classify } from "../../functions/src/funnels/classify.ts";
import { unlearned } from "../../functions/src/funnels/learned.ts";
import { shippedLearned, shippedRules } from "../../functions/src/funnels/shipped.ts";
import { crossValidate, type Judged, judge } from "../../scripts/classifier/cross-validate.ts";
import { labelledIn, standingOf } from "../../scripts/classifier/examples.ts";
import { ms } from "./support/figures.ts";
import { atLeast, comparison, type Row, report, say } from "./support/report.ts";

// How rightly conversations are classified that were not learned, and how fast: `npm run bench:classify`. With
// `-- --unseen` also those that were written before the rules and are kept out of them and of what is learned.

const rules = shippedRules();
const learned = shippedLearned();
const labelled = labelledIn("classification.json");
const practice = labelledIn("classification/practice.json");
const judged = crossValidate(labelled, practice, rules, learned.temperature);

say("\nstandings                 right  precision  recall");
for (const one of Standing.options)
  say(perLabel(one, judged, standingOf, ({ got }) => standingOf(got)));
say("\nkinds of leads            right  precision  recall");
for (const one of LeadKind.options)
  say(
    perLabel(
      one,
      judged,
      ({ leadKind }) => leadKind,
      ({ got }) => got.leadKind,
    ),
  );
say("\nconfidence    how many  right");
for (const line of reliability(judged)) say(line);
say("");

const took = perMessage();
report([
  ...figures("cross-validated", judged),
  ...compared("by the rules alone", judge(labelled, rules, unlearned)),
  ...(process.argv.includes("--unseen")
    ? compared("kept aside", judge(labelledIn("classification/unseen.json"), rules, learned))
    : []),
  { what: "a message, of the processor's time", figure: ms(took), budget: "≤ 5 ms", ok: took <= 5 },
]);

type Share = { funnel: number; stage: number; leadKind: number };

function shares(of: readonly Judged[]): Share {
  const share = (right: (one: Judged) => boolean) => of.filter(right).length / of.length;
  return {
    funnel: share(({ labelled: { funnel }, got }) => got.funnel === funnel),
    stage: share(({ labelled: one, got }) => standingOf(got) === standingOf(one)),
    leadKind: share(({ labelled: { leadKind }, got }) => got.leadKind === leadKind),
  };
}

function figures(what: string, of: readonly Judged[]): Row[] {
  const { funnel, stage, leadKind } = shares(of);
  return [
    atLeast(`funnel, ${what}`, funnel, 0.92),
    atLeast(`funnel and stage, ${what}`, stage, 0.8),
    atLeast(`kind of lead, ${what}`, leadKind, 0.85),
  ];
}

function compared(what: string, of: readonly Judged[]): Row[] {
  const { funnel, stage, leadKind } = shares(of);
  const words = [funnel, stage, leadKind].map((share) => share.toFixed(2)).join(" / ");
  return [comparison(`funnel / stage / kind, ${what} (${of.length})`, words)];
}

function perLabel<Label>(
  label: Label & string,
  of: readonly Judged[],
  wanted: (labelled: Judged["labelled"]) => Label | null,
  taken: (judged: Judged) => Label | null,
): string {
  const all = of.filter((one) => wanted(one.labelled) === label).length;
  const said = of.filter((one) => taken(one) === label).length;
  const right = of.filter((one) => taken(one) === label && wanted(one.labelled) === label).length;
  const share = (part: number, whole: number) => (whole === 0 ? "–" : (part / whole).toFixed(2));
  const counted = `${right}/${all}`;
  return `${label.padEnd(24)} ${counted.padStart(6)} ${share(right, said).padStart(10)} ${share(right, all).padStart(7)}`;
}

/** Of those told with about the same confidence, how many are right. */
function reliability(of: readonly Judged[]): string[] {
  const edges = [0, 0.4, 0.6, 0.8, 0.9, 1.01];
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] ?? 1;
    const within = of.filter(({ got }) => got.confidence >= from && got.confidence < to);
    const right = within.filter((one) => standingOf(one.got) === standingOf(one.labelled)).length;
    const share = within.length === 0 ? "–" : (right / within.length).toFixed(2);
    const range = `${from.toFixed(1)} – ${Math.min(1, to).toFixed(1)}`;
    return `${range.padEnd(12)} ${String(within.length).padStart(9)} ${share.padStart(6)}`;
  });
}

/** Milliseconds of the processor that a message takes, of all conversations. */
function perMessage(): number {
  const conversations = [...labelled, ...practice];
  const start = process.cpuUsage();
  for (const { messages } of conversations) classify(messages);
  const { user, system } = process.cpuUsage(start);
  const messages = conversations.reduce((sum, one) => sum + one.messages.length, 0);
  return (user + system) / 1000 / messages;
}
