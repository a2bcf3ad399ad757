import { disjunctsOf, type Holding, holdings, isVisibleTo, type Whose } from "@hilo/schema";
import { type ActorName, everyMember, restricted, seers } from "./actors.ts";
import type { Question } from "./question.ts";
import { samples } from "./samples.ts";

type Scoped = keyof typeof holdings;

const names = Object.keys(holdings) as Scoped[];
const viewers = Object.entries(restricted) as [keyof typeof restricted, { id: string }][];
const uids = viewers.map(([, { id }]) => id);

/** Whose a document is: by its id, which may hold a member's. */
const whose: Record<string, Whose> = {
  ...Object.fromEntries(
    uids.flatMap((uid): [string, Whose][] => [
      [`of-${uid}`, { holderId: uid, teamId: "t9" }],
      [`with-${uid}`, { holderId: "eva", teamId: "t9", guests: ["eva", uid] }],
    ]),
  ),
  free: { holderId: "none", teamId: "none" },
  "t2-free": { holderId: "none", teamId: "t2" },
  "t3-eva": { holderId: "eva", teamId: "t3", guests: [] },
  "t9-free": { holderId: "none", teamId: "t9" },
  eva: { holderId: "eva", teamId: "none" },
};

const messages = "conversations/{conversationId}/messages";

/** The documents of each kind of whose they are, in one workspace. */
export function scopedDocuments(workspaceId: string): [string, object][] {
  const root = `workspaces/${workspaceId}`;
  return Object.entries(whose).flatMap(([id, { holderId, teamId, guests }]) => [
    ...names.map((name): [string, object] => {
      const { holder, guests: hasGuests } = holdings[name];
      const { guests: _, ...sample } = samples[name] as { guests?: unknown };
      const taking = hasGuests && guests ? { guests } : {};
      return [`${root}/${name}/${id}`, { ...sample, [holder]: holderId, teamId, ...taking }];
    }),
    [`${root}/conversations/${id}/messages/m1`, samples[messages]] as [string, object],
  ]);
}

/** Who sees a document, besides those who see all. */
function whoSees(id: string, { guests }: Holding): ActorName[] {
  const one = whose[id];
  const seen = viewers.filter(
    ([name]) => one && isVisibleTo(restricted[name], guests ? one : { ...one, guests: undefined }),
  );
  return [...seers, ...seen.map(([name]) => name)];
}

/** One document at a time, by everybody. */
const gets: Question[] = Object.keys(whose).flatMap((id) => [
  ...names.map(
    (name): Question => ({
      does: "get",
      to: `workspaces/demo/${name}/${id}`,
      may: whoSees(id, holdings[name]),
    }),
  ),
  ...(["get", "list"] as const).map((does): Question => {
    const thread = `workspaces/demo/conversations/${id}/messages`;
    const to = does === "get" ? `${thread}/m1` : thread;
    return { does, to, may: whoSees(id, holdings.conversations) };
  }),
]);

const sees = (name: keyof typeof restricted): ActorName[] => [...seers, name];
const teamsOnly = sees("agent who sees their teams");
const unassigned = [...teamsOnly, "agent who sees their teams, in none"] as const;

/** Lists of a part: what the disjuncts ask for passes, and nothing that could hold more. */
const lists: Question[] = names.flatMap((name) => {
  const { holder, guests } = holdings[name];
  const rows: [asked: string, may: readonly ActorName[]][] = [
    [`${holder}=={own}`, everyMember],
    [`${holder}==none`, seers],
    ["guests[]={own}", guests ? everyMember : seers],
    ["guests[]=eva", seers],
    ["teamId==t2", teamsOnly],
    ["teamId=t2,t3", teamsOnly],
    ["teamId=t2,t9", seers],
    ["teamId==t9", seers],
    ["teamId==none", seers],
    [`teamId==none&${holder}==none`, unassigned],
    [`teamId==none&${holder}==eva`, seers],
    [`teamId==t2&${holder}==none`, teamsOnly],
    [`platform==whatsapp&${holder}=={own}`, everyMember],
  ];
  return rows.map(([asked, may]) => ({
    does: "list",
    to: `workspaces/demo/${name}?${asked}`,
    may,
  }));
});

/** What the schema has each ask for, as it has it. */
const disjuncts: Question[] = names.flatMap((name) =>
  viewers.flatMap(([who]) =>
    disjunctsOf(restricted[who], holdings[name]).map((constraints): Question => {
      const asked = constraints.map(({ field, op, value }) => {
        const sign = { "==": "==", in: "=", "array-contains": "[]=" }[op];
        return `${field}${sign}${value}`;
      });
      const to = `workspaces/demo/${name}?${asked.join("&")}`;
      const also = lists.find((one) => one.to === to.replace(restricted[who].id, "{own}"));
      return { does: "list", to, may: also?.may === everyMember ? sees(who) : (also?.may ?? []) };
    }),
  ),
);

/** Who sees what, where members see only a part. */
export const scopeQuestions: Question[] = [...gets, ...lists, ...disjuncts];
