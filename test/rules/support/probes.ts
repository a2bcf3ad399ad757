import { type ActorName, actorNames, actors, everyMember } from "./actors.ts";
import { presenceRows } from "./presence.ts";
import { pathFor, type Question } from "./question.ts";
import { scopeQuestions } from "./scopes.ts";
import {
  collectionQuestions,
  operationQuestions,
  otherWorkspaceQuestions,
  presenceQuestions,
  unnamedQuestions,
  visitorQuestions,
} from "./table.ts";

/** One thing one actor tries. */
export type Probe = {
  who: ActorName;
  question: Question;
  path: string;
  may: boolean;
  /** Whether to be let in here would open a workspace to somebody it does not belong to. */
  crosses: boolean;
};

const loudest: readonly ActorName[] = ["admin", "admin of another workspace", "not signed in"];
const isRead = ({ does }: Question) => does === "get" || does === "list";

/** The tables as single tries: reads by everybody, the rest by those who could do most. */
export function probes(): Probe[] {
  const own = collectionQuestions.filter(isRead);
  const rest = collectionQuestions.filter((question) => !isRead(question));
  return tellingFirst([
    ...[
      ...own,
      ...scopeQuestions,
      ...operationQuestions,
      ...presenceQuestions,
      ...visitorQuestions,
    ].flatMap((question) => tries(question, actorNames)),
    ...[...otherWorkspaceQuestions, ...unnamedQuestions, ...rest].flatMap((question) =>
      tries(question, loudest),
    ),
    ...shapes(),
  ]);
}

/** Everything by everybody. */
export function everyProbe(): Probe[] {
  const questions = [
    ...collectionQuestions,
    ...scopeQuestions,
    ...operationQuestions,
    ...presenceQuestions,
    ...visitorQuestions,
    ...otherWorkspaceQuestions,
    ...unnamedQuestions,
  ];
  return tellingFirst([
    ...questions.flatMap((question) => tries(question, actorNames)),
    ...shapes(),
  ]);
}

/** What members must be able to do is quickly asked and often broken; then strangers; then the rest. */
function tellingFirst(all: Probe[]): Probe[] {
  const rank = ({ may, crosses }: Probe) => (may ? 0 : crosses ? 1 : 2);
  return all.sort((a, b) => rank(a) - rank(b));
}

/** The probes of the collection that a change concerns come first. */
export function nearestFirst(all: readonly Probe[], subject: string): Probe[] {
  const near = ({ path }: Probe) => path.split(/[/?]/).includes(subject);
  return [...all.filter(near), ...all.filter((probe) => !near(probe))];
}

function tries(question: Question, names: readonly ActorName[]): Probe[] {
  return names.map((who) => {
    const path = pathFor(question, actors[who]?.uid ?? "nobody");
    const may = question.may.includes(who);
    return { who, question, path, may, crosses: !may && isStranger(who, path) };
  });
}

function isStranger(who: ActorName, path: string): boolean {
  return !everyMember.includes(who) || !path.startsWith("workspaces/demo/");
}

/** The shapes of presence, by an agent. */
function shapes(): Probe[] {
  const to = "workspaces/demo/presences/{own}";
  return presenceRows.flatMap(({ data, may }) =>
    (["create", "update"] as const).flatMap((does) =>
      tries({ does, to, may: may ? ["agent"] : [], data }, ["agent"]),
    ),
  );
}
