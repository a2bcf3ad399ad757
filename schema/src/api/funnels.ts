import * as z from "zod";
import { mostStages, Stage } from "../funnel.ts";
import { DocumentId } from "../id.ts";
import { languages } from "../languages.ts";
import { Evidence } from "../lead.ts";
import { LeadKind } from "../lead-kind.ts";
import { funnelRoutes } from "../routes/funnels.ts";
import { lines, name } from "../text.ts";
import { Millis } from "../time.ts";
import type { EndpointsOf } from "./endpoint.ts";
import { seenOf } from "./seen.ts";

/** A funnel as the API tells it. */
export const FunnelView = z.object({ id: z.string(), name: z.string(), stages: z.array(Stage) });
export type FunnelView = z.infer<typeof FunnelView>;

/** A stage as an administrator writes it; without an id it is a new one. */
const WrittenStage = Stage.extend({
  id: DocumentId.max(40).optional(),
  name: name(40),
});
const stages = z.array(WrittenStage).min(1).max(mostStages);

/** How many leads a stage had, got, lost to others, and has; of a span of days up to now. */
export const StageFigures = z.object({
  id: z.string(),
  opening: z.number().int(),
  entered: z.number().int(),
  left: z.number().int(),
  present: z.number().int(),
  /** How long (ms) those that left had stood there; null where none left. */
  medianMs: Millis.nullable(),
  p90Ms: Millis.nullable(),
  /** What those present are worth, in minor units, by currency. */
  values: z.record(z.string(), z.number().int()),
  /** Of those that left: how many were won, how many lost, and why. */
  won: z.number().int(),
  lost: z.number().int(),
  lostBy: z.record(z.string(), z.number().int()),
});
export type StageFigures = z.infer<typeof StageFigures>;

export const funnelEndpoints = {
  listFunnels: {
    ...funnelRoutes.listFunnels,
    summary: "The funnels and their stages, in the order of their boards",
    response: z.object({ items: z.array(FunnelView), cursor: z.null() }),
  },
  createFunnel: {
    ...funnelRoutes.createFunnel,
    summary: "Make a funnel",
    body: z.strictObject({ id: DocumentId.max(40).optional(), name: name(80), stages }),
    response: z.object({ funnelId: z.string() }),
    status: 201,
  },
  changeFunnel: {
    ...funnelRoutes.changeFunnel,
    summary: "Change a funnel; of a stage that goes, 'moved' says where its leads go",
    body: z.strictObject({
      name: name(80).optional(),
      stages: stages.optional(),
      /** By the id of a stage that goes: the id of the one that gets its leads. */
      moved: z.record(DocumentId, DocumentId).optional(),
      seen: seenOf("name", "stages"),
    }),
    response: z.object({ funnelId: z.string(), operationId: z.string().optional() }),
  },
  classify: {
    ...funnelRoutes.classify,
    summary: "What the rules make of a conversation; nothing is stored",
    body: z.strictObject({
      messages: z
        .array(z.strictObject({ from: z.enum(["customer", "business"]), text: lines(10_000) }))
        .min(1)
        .max(500),
      language: z.enum([...languages, "pt"]).optional(),
    }),
    response: z.object({
      funnel: z.enum(["sales", "support", "none"]),
      stage: z.string().nullable(),
      leadKind: LeadKind.nullable(),
      confidence: z.number().min(0).max(1),
      why: z.array(Evidence.omit({ messageId: true })),
    }),
  },
  getFunnelStatistics: {
    ...funnelRoutes.getFunnelStatistics,
    summary: "By stage, over a number of days: what it had, got, lost to others, and has",
    query: z.object({ days: z.coerce.number().int().min(1).max(3650).default(30) }),
    response: z.object({ stages: z.array(StageFigures) }),
  },
} as const satisfies EndpointsOf<typeof funnelRoutes>;
