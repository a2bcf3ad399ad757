import type { Role } from "./member.ts";
import { may } from "./permissions.ts";
import { nobody, type sights } from "./words.ts";

export type Sight = (typeof sights)[number];

/** Somebody who looks: a member by uid, or an API key, which nothing is assigned to. */
export type Viewer = {
  readonly id: string;
  readonly see: Sight;
  readonly teams: readonly string[];
};

/** Whose something is, as its document says it: its holder is the assignee of a conversation, the owner of a lead. */
export type Whose = {
  readonly holderId: string;
  readonly teamId: string;
  readonly guests?: readonly string[] | undefined;
};

/** What a list is asked for, as `where` takes it. */
export type Constraint = {
  readonly field: string;
  readonly op: "==" | "in" | "array-contains";
  readonly value: string | readonly string[];
};

/** How a collection names whose its documents are. */
export type Holding = { readonly holder: "assigneeId" | "ownerId"; readonly guests: boolean };

/** The collections whose documents say themselves whose they are. */
export const holdings = {
  conversations: { holder: "assigneeId", guests: true },
  episodes: { holder: "assigneeId", guests: false },
  leads: { holder: "ownerId", guests: false },
} as const satisfies Record<string, Holding>;

/** How much somebody sees: whoever leads sees all. */
export function sightOf(role: Role, see: Sight): Sight {
  return may(role, "conversations.all") ? "all" : see;
}

/** Whether somebody sees a conversation, or what else says whose it is. */
export function isVisibleTo(
  { id, see, teams }: Viewer,
  { holderId, teamId, guests }: Whose,
): boolean {
  if (see === "all" || holderId === id || guests?.includes(id)) return true;
  if (see === "own") return false;
  return teams.includes(teamId) || (holderId === nobody && teamId === nobody);
}

/**
 * What to ask for all that somebody sees of a collection: each set of constraints is a list of its own, since rules let
 * no list pass that has to be filtered; one document may stand in several.
 */
export function disjunctsOf(
  { id, see, teams }: Viewer,
  { holder, guests }: Holding = holdings.conversations,
): readonly (readonly Constraint[])[] {
  if (see === "all") return [[]];
  const own: Constraint[][] = [[{ field: holder, op: "==", value: id }]];
  if (guests) own.push([{ field: "guests", op: "array-contains", value: id }]);
  if (see === "own") return own;
  const free: Constraint[] = [
    { field: "teamId", op: "==", value: nobody },
    { field: holder, op: "==", value: nobody },
  ];
  const ofTeams: Constraint[][] =
    teams.length > 0 ? [[{ field: "teamId", op: "in", value: teams }]] : [];
  return [...own, ...ofTeams, free];
}
