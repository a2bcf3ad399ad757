import { fork } from "node:child_process";
import {
  type Hour,
  hourOf,
  large,
  type Measured,
  type Sights,
  small,
  totalOf,
} from "./reads/hour.ts";
import { active } from "./reads/scene.ts";
import { comparison, type Row, report } from "./support/report.ts";

// Firestore reads of one agent in one hour, with the list of their own conversations on the screen: `npm run
// bench:reads`. The console's own sources are listened to, and all that Firestore bills for them is counted: once for
// who sees all, once for who sees what their team has.

const budget = { reads: 1_804, growth: 1.5 };
/** Of who sees what their team has; why it is more stands in decision 45. */
const teamBudget = { reads: 2_125, growth: 1.4 };

const all = await measure("all");
const team = await measure("team");
report([...rowsOfAll(), ...rowsOfTeam()]);

/** Each in a process of its own: the console keeps what it knows of whoever is signed in. */
function measure(sight: keyof Sights): Promise<Measured> {
  const child = fork(new URL("./reads/member.ts", import.meta.url), [sight]);
  return new Promise((resolve, reject) => {
    child.once("message", (told) => resolve(told as Measured));
    child.once("exit", (code) => reject(new Error(`The member who sees ${sight} ended: ${code}`)));
  });
}

function rowsOfAll(): Row[] {
  const few = hourOf(small, all.measured, "reads");
  const many = hourOf(large, all.scaled, "reads");
  const row = partsOf(few, many);
  const total = totalOf(few);
  const looks = totalOf(hourOf(small, all.measured, "ruled"));
  return [
    row("conversations, from message to resolution", "handling", `measured: ${handled(all)}`),
    row("who is at the rows, asked anew for each", "asking", "measured; who comes is assumed"),
    row(
      "counts of the tabs",
      "counts",
      `measured with ${active} active; the second as of ten times`,
    ),
    row("looks to whom it can be assigned", "loads", "measured with 50 and 500 members"),
    row("members who come, go, or are away", "states", "assumed, a read each"),
    row("sends that fail, told to all", "failures", "measured for one, times an assumed rate"),
    row(
      "all that begins anew with the token",
      "beginning",
      "measured with 50; a read more a member",
    ),
    comparison(
      "a look at the member in each rule, of 50 agents",
      `${Math.round(looks)}, ${Math.round((looks / total) * 100)} % more`,
    ),
    ...totals("an agent's hour", few, many, budget),
  ];
}

function rowsOfTeam(): Row[] {
  const few = hourOf(small, team.measured, "reads", "team");
  const many = hourOf(large, team.scaled, "reads", "team");
  const row = partsOf(few, many, "team's: ");
  const above = totalOf(few) - totalOf(hourOf(small, all.measured, "reads"));
  return [
    row("conversations, from message to resolution", "handling", `measured: ${handled(team)}`),
    row("their messages' rule, which asks for them", "parents", "one at each question and answer"),
    row("counts of the tabs, by the API", "counts", "measured, with what the API reads for it"),
    row("sends that fail, told to a team", "failures", "measured for one, times an assumed rate"),
    row("all that begins anew with the token", "beginning", "measured with 50, as above"),
    comparison("more than who sees all, of 50 agents", String(Math.round(above))),
    ...totals("an hour of who sees a team's", few, many, teamBudget),
  ];
}

function partsOf(few: Hour, many: Hour, whose = "") {
  return (what: string, part: keyof Hour, told: string): Row => {
    const figure = `${Math.round(few[part])}, ${Math.round(many[part])}`;
    return { what: whose + what, figure, budget: told, ok: true };
  };
}

function handled({ handlingOf }: Measured): string {
  return Object.entries(handlingOf)
    .map(([name, reads]) => `${name} ${reads}`)
    .join(", ");
}

function totals(what: string, few: Hour, many: Hour, most: typeof budget): Row[] {
  const total = totalOf(few);
  const growth = totalOf(many) / total;
  return [
    {
      what: `${what}: 50 agents, 10,000 conversations a day`,
      figure: String(Math.round(total)),
      budget: `≤ ${most.reads}`,
      ok: few.handling > 0 && total <= most.reads,
    },
    {
      what: `${what}: 500 agents, 100,000 a day`,
      figure: `${Math.round(totalOf(many))}, ${growth.toFixed(2)} times`,
      budget: `≤ ${most.growth} times`,
      ok: growth <= most.growth,
    },
  ];
}
