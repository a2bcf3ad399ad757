import type { z } from "zod";
import { accountEndpoints } from "./accounts.ts";
import { channelEndpoints } from "./channels.ts";
import { contactEndpoints } from "./contacts.ts";
import { conversationEndpoints } from "./conversations.ts";
import { deadLetterEndpoints } from "./dead-letters.ts";
import { fileEndpoints } from "./files.ts";
import { funnelEndpoints } from "./funnels.ts";
import { inboundEndpoints } from "./inbound.ts";
import { leadEndpoints } from "./leads.ts";
import { operationEndpoints } from "./operations.ts";
import { outboundEndpoints } from "./outbound.ts";
import { templateEndpoints } from "./templates.ts";

/** Every endpoint of the API, by name: the routes, the OpenAPI description and the clients follow this table. */
export const endpoints = {
  ...conversationEndpoints,
  ...outboundEndpoints,
  ...inboundEndpoints,
  ...accountEndpoints,
  ...channelEndpoints,
  ...deadLetterEndpoints,
  ...fileEndpoints,
  ...templateEndpoints,
  ...operationEndpoints,
  ...contactEndpoints,
  ...funnelEndpoints,
  ...leadEndpoints,
} as const;

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;

/** What a caller sends to an endpoint. */
export type RequestOf<N extends EndpointName> = Endpoints[N] extends { body: z.ZodType }
  ? z.input<Endpoints[N]["body"]>
  : undefined;

/** What an endpoint answers. */
export type ResponseOf<N extends EndpointName> = z.output<Endpoints[N]["response"]>;
