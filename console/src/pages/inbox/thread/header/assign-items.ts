import type { Availability } from "@hilo/schema";
import { nobody } from "@hilo/schema/words";
import type { Loads } from "../../../../data/loads.ts";
import type { ListedMember } from "../../../../data/members.ts";
import { t } from "../../../../text/desk.ts";
import { w } from "../../../../text/words.ts";
import type { face } from "../../../../ui/availability.ts";
import type { MenuItem } from "../../../../ui/menu.ts";

type Assignable = Pick<ListedMember, "id" | "name" | "state">;

type Situation = {
  /** The signed-in member. */
  self: string;
  assigneeId: string;
  loads: Loads;
  /** The members as they stood when the menu was opened: nobody moves under a finger. */
  order: readonly string[];
  face: typeof face;
};

const states = ["available", "away", "offline"] as const satisfies readonly Availability[];

/** The order in which members are offered: me first, then who is available, away and offline, each by name. */
export function assignOrder(members: readonly Assignable[], self: string): string[] {
  const rank = ({ id, state }: Assignable) =>
    id === self ? -1 : states.indexOf(state ?? "offline");
  const sorted = [...members].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  return sorted.map(({ id }) => id);
}

/** To whom a conversation can be assigned, with whether they are here and how much they have; then nobody. */
export function assignItems(members: readonly Assignable[], situation: Situation): MenuItem[] {
  const { assigneeId, order, self } = situation;
  const place = ({ id }: Assignable) => (order.includes(id) ? order.indexOf(id) : order.length);
  const sorted = [...members].sort((a, b) => place(a) - place(b));
  const first = sorted.findIndex(({ id }) => id !== self);
  return [
    ...sorted.map((member, index) => itemOf(member, situation, index === first)),
    { id: nobody, text: t.nobody, icon: "userX", checked: assigneeId === nobody, apart: true },
  ];
}

function itemOf(
  { id, name, ...member }: Assignable,
  { self, assigneeId, loads, face }: Situation,
  apart: boolean,
): MenuItem {
  const isMe = id === self;
  const state: Availability = member.state ?? "offline";
  const load = loads.get(id);
  return {
    id,
    text: isMe ? t.assignToMe : name,
    said: w[state].toLocaleLowerCase(),
    also: isMe ? `${name} ${w[state]}` : w[state],
    picture: face(name, id, state, 26),
    checked: assigneeId === id,
    apart,
    ...(load === undefined ? {} : { hint: t.load(load) }),
  };
}
