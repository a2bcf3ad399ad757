import { type CollectionName, collections, type Permission, permissions } from "@hilo/schema";
import {
  type ActorName,
  everyMember,
  everyVisitor,
  nobody,
  seers,
  visitorElsewhere,
} from "./actors.ts";
import { type Operation, type Question, serverTime } from "./question.ts";
import { written } from "./samples.ts";

/** Those of the tables who have a permission. */
function holders(permission: Permission | null): readonly ActorName[] {
  if (permission === null) return nobody;
  const roles: readonly ActorName[] = permissions[permission];
  return roles.includes("agent") ? everyMember : roles;
}

/** Who may read each collection of the workspace, as the schema says it: of what is scoped, who sees all. */
export const readers = Object.fromEntries(
  Object.entries(collections).map(([name, { readers, scoped }]) => {
    const may = holders(readers);
    return [name, scoped ? may.filter((who) => seers.includes(who)) : may];
  }),
) as Record<CollectionName, readonly ActorName[]>;

export const collectionNames = Object.keys(collections) as CollectionName[];

/** The path of a collection in a workspace. */
export function pathOf(name: CollectionName, workspaceId = "demo"): string {
  return `workspaces/${workspaceId}/${name.replace("{conversationId}", "c1").replace("{operationId}", "o1")}`;
}

const messages = "conversations/{conversationId}/messages";

/** A message of each direction that visitors may or may not read, by the id it has in every workspace. */
export const directions = { o1: "outbound", n1: "note", s1: "system" } as const;

/** What exists before anybody asks. */
export const existing = "x1";

const writes = ["create", "update", "delete"] as const;
const presence = { conversationId: "c1", state: "viewing", at: serverTime };

/** Every collection × operation; what clients may write has rows of its own. */
export const collectionQuestions: Question[] = collectionNames.flatMap((name) => {
  const at = pathOf(name);
  const data = name === "presences" ? presence : written(name);
  return [
    { does: "get", to: `${at}/${existing}`, may: mayGet(name) },
    { does: "list", to: at, may: readers[name] },
    ...writes.map((does) => ({ does, to: `${at}/${idFor(does)}`, may: nobody, data })),
  ];
});

/** The message of the tables was written by the customer: its visitor may read it too. The operation is an agent's. */
function mayGet(name: CollectionName): readonly ActorName[] {
  if (name === "operations") return [...readers[name], "agent"];
  // Whoever knows the id of a contact, as a conversation that they see names it.
  if (name === "contacts") return everyMember;
  return name === messages ? [...readers[name], ...everyVisitor] : readers[name];
}

function idFor(does: Operation): string {
  return does === "create" ? "x2" : existing;
}

/** The one thing clients write. */
export const presenceQuestions: Question[] = writes.map((does) => ({
  does,
  to: `${pathOf("presences")}/{own}`,
  may: holders("members.own"),
  data: presence,
}));

const thread = pathOf(messages);
const said = "?direction=inbound,outbound";

/** What a visitor of a web chat asks for: what was said in one conversation, and nothing else. */
export const visitorQuestions: Question[] = [
  { does: "get", to: `${thread}/o1`, may: [...seers, ...everyVisitor] },
  { does: "get", to: `${thread}/n1`, may: seers },
  { does: "get", to: `${thread}/s1`, may: seers },
  { does: "list", to: `${thread}${said}`, may: [...seers, ...everyVisitor] },
  { does: "list", to: `${thread}?direction=outbound`, may: [...seers, ...everyVisitor] },
  { does: "list", to: `${thread}?direction=inbound,outbound,note`, may: seers },
  { does: "list", to: `${thread}?direction=inbound,system`, may: seers },
  {
    does: "list",
    to: `${thread.replace("c1", "c2")}${said}`,
    may: [...seers, "visitor of another conversation"],
  },
  { does: "list", to: `**/messages${said}`, may: nobody },
  {
    does: "list",
    to: `${pathOf(messages, "other")}${said}`,
    may: ["agent here, admin elsewhere", "admin of another workspace", ...visitorElsewhere],
  },
];

const operations = pathOf("operations");

/** Whoever began something that takes long lists their own, which is all that a list may ask for. */
export const operationQuestions: Question[] = [
  { does: "list", to: `${operations}?by.id={own}`, may: everyMember },
  { does: "list", to: `${operations}?by.id=ana`, may: ["admin", "agent"] },
  { does: "list", to: `${operations}?by.id=ana,eva`, may: ["admin"] },
  { does: "list", to: `${operations}?kind={own}`, may: ["admin"] },
  {
    does: "list",
    to: `${pathOf("operations", "other")}?by.id={own}`,
    may: ["agent here, admin elsewhere", "admin of another workspace"],
  },
];

const unnamed = [
  "workspaces/demo",
  "workspaces/other",
  "users/{own}",
  "accounts/{own}",
  "signIns/{own}",
  "idempotency/x1",
  "workspaces/demo/invented/x1",
  "workspaces/demo/members/{own}/notifications/x1",
  "invented/x1/workspaces/demo/channels/x1",
  ...collectionNames.map((name) => `${pathOf(name)}/${existing}/deeper/x1`),
];

/** What no rule names. */
export const unnamedQuestions: Question[] = unnamed.flatMap((to) => [
  { does: "get" as const, to, may: nobody },
  { does: "list" as const, to: to.slice(0, to.lastIndexOf("/")), may: nobody },
  { does: "create" as const, to, may: nobody, data: { a: 1 } },
]);

const elsewhere: ActorName[] = ["agent here, admin elsewhere", "admin of another workspace"];

/** Another workspace, and all of them at once. */
export const otherWorkspaceQuestions: Question[] = collectionNames.flatMap((name) => {
  const may = readers[name].includes("admin") ? elsewhere : nobody;
  const mayGet = name === messages ? [...may, ...visitorElsewhere] : may;
  const last = name.split("/").at(-1) ?? name;
  return [
    { does: "get", to: `${pathOf(name, "other")}/${existing}`, may: mayGet },
    { does: "list", to: pathOf(name, "other"), may },
    { does: "list", to: `**/${last}`, may: nobody },
  ];
});
