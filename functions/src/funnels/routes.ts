import type { funnelEndpoints } from "@hilo/schema";
import type { Doer } from "../audit/audit.ts";
import type { Handlers } from "../platform/handlers.ts";
import { changeFunnel, createFunnel, viewOf } from "./changing.ts";
import { classify } from "./classify.ts";
import { funnelsIn } from "./funnels.ts";

/** What the leads in funnels know, which are a later room's. */
export type OfLeads = Pick<Handlers<typeof funnelEndpoints>, "getFunnelStatistics"> & {
  isInUse(workspaceId: string, funnelId: string, stage: string): Promise<boolean>;
  /** Moves the leads of stages that went; gives the id of the operation. */
  moveAll(doer: Doer, funnelId: string, into: Readonly<Record<string, string>>): Promise<string>;
};

/** The endpoints of funnels. */
export function handlersFor({ getFunnelStatistics, isInUse, moveAll }: OfLeads) {
  return {
    listFunnels: async ({ actor }) => ({
      items: (await funnelsIn(actor.workspaceId)).map(viewOf),
      cursor: null,
    }),
    createFunnel: ({ actor, body }) => createFunnel(actor, body),
    changeFunnel: async ({ actor, params: { funnelId }, body }) => {
      const into = await changeFunnel(actor, funnelId, body, isInUse);
      if (Object.keys(into).length === 0) return { funnelId };
      return { funnelId, operationId: await moveAll(actor, funnelId, into) };
    },
    classify: async ({ body: { messages, language } }) => {
      const { state: _, ...said } = classify(messages, language);
      return said;
    },
    getFunnelStatistics,
  } satisfies Handlers<typeof funnelEndpoints>;
}
