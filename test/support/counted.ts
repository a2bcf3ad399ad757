import { type DayCounts, foldCounts } from "@hilo/schema";
import { countsIn, isShard, statsOf } from "../../functions/src/stats/store.ts";

/** All that a workspace has counted, on whatever day. */
export async function countedIn(workspaceId: string): Promise<DayCounts> {
  const { docs } = await statsOf(workspaceId).get();
  return foldCounts(countsIn(docs.filter(isShard)));
}
