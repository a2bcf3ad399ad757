import { type ChatSettings, nobody, publicName, visibleName } from "@hilo/schema";
import { LRUCache } from "lru-cache";
import type { Connection } from "../channels/connections.ts";
import { latestOn } from "../conversations/store.ts";
import { memberOf } from "../users/members.ts";

/** How many faces are shown, and in how many conversations they are looked for. */
const most = 3;
const within = 20;

type People = ChatSettings["people"];

/** Kept for some minutes per instance: who opens a chat costs nothing more. */
const cache = new LRUCache<string, People>({
  max: 1000,
  ttl: 10 * 60_000,
  ignoreFetchAbort: true,
  fetchMethod: async (key) => {
    const [workspaceId = "", channelId = ""] = key.split("/");
    return find(workspaceId, channelId);
  },
});

/** Who had the latest conversations of a chat and works here still, as customers may call them. */
export async function whoAnswers({
  workspaceId,
  channelId,
}: Pick<Connection, "workspaceId" | "channelId">): Promise<People> {
  return (await cache.fetch(`${workspaceId}/${channelId}`)) ?? [];
}

async function find(workspaceId: string, channelId: string): Promise<People> {
  const { docs } = await latestOn(workspaceId, channelId, within).get();
  const uids = new Set(docs.map((doc) => String(doc.get("assigneeId") ?? nobody)));
  uids.delete(nobody);
  const members = await Promise.all([...uids].map((uid) => memberOf(workspaceId, uid)));
  const names = members.map((member) =>
    member?.enabled ? publicName(visibleName(member.name)) : "",
  );
  return [...new Set(names.filter(Boolean))].slice(0, most).map((name) => ({ name }));
}

/** Forgets who answers, for tests. */
export function forgetWhoAnswers(): void {
  cache.clear();
}
