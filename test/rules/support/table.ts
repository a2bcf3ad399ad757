import type { CollectionName } from "@hilo/schema";
import { type ActorName, admins, everyMember, leaders, nobody } from "./actors.ts";
import { type Operation, type Question, serverTime } from "./question.ts";
import { samples } from "./samples.ts";

/** Who may read each collection of the workspace; a collection without a row does not pass the type check. */
export const readers: Record<CollectionName, readonly ActorName[]> = {
  apiKeys: nobody,
  audit: leaders,
  channels: everyMember,
  channelSecrets: nobody,
  contacts: everyMember,
  conversations: everyMember,
  "conversations/{conversationId}/live": everyMember,
  "conversations/{conversationId}/messages": everyMember,
  deadLetters: admins,
  files: nobody,
  idempotency: nobody,
  identities: nobody,
  leads: everyMember,
  members: everyMember,
  settings: everyMember,
  stats: everyMember,
};

export const collectionNames = Object.keys(readers) as CollectionName[];

/** The path of a collection in a workspace. */
export function pathOf(name: CollectionName, workspaceId = "demo"): string {
  return `workspaces/${workspaceId}/${name.replace("{conversationId}", "c1")}`;
}

/** What exists before anybody asks. */
export const existing = "x1";

const writes = ["create", "update", "delete"] as const;
const live = `${pathOf("conversations")}/c1/live`;
const presence = { name: "Ana", state: "viewing", at: serverTime };

/** Every collection × operation; what clients may write has rows of its own. */
export const collectionQuestions: Question[] = collectionNames.flatMap((name) => {
  const at = pathOf(name);
  const data = name.endsWith("/live") ? presence : samples[name];
  return [
    { does: "get", to: `${at}/${existing}`, may: readers[name] },
    { does: "list", to: at, may: readers[name] },
    ...writes.map((does) => ({ does, to: `${at}/${idFor(does)}`, may: nobody, data })),
  ];
});

function idFor(does: Operation): string {
  return does === "create" ? "x2" : existing;
}

/** The one thing clients write. */
export const presenceQuestions: Question[] = writes.map((does) => ({
  does,
  to: `${live}/{own}`,
  may: everyMember,
  data: presence,
}));

const unnamed = [
  "workspaces/demo",
  "workspaces/other",
  "users/{own}",
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
  const last = name.split("/").at(-1) ?? name;
  return [
    { does: "get", to: `${pathOf(name, "other")}/${existing}`, may },
    { does: "list", to: pathOf(name, "other"), may },
    { does: "list", to: `**/${last}`, may: nobody },
  ];
});
