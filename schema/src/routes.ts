import { accountRoutes } from "./routes/accounts.ts";
import { channelRoutes } from "./routes/channels.ts";
import { contactRoutes } from "./routes/contacts.ts";
import { conversationRoutes } from "./routes/conversations.ts";
import { deadLetterRoutes } from "./routes/dead-letters.ts";
import { fileRoutes } from "./routes/files.ts";
import { funnelRoutes } from "./routes/funnels.ts";
import { inboundRoutes } from "./routes/inbound.ts";
import { leadRoutes } from "./routes/leads.ts";
import { operationRoutes } from "./routes/operations.ts";
import { outboundRoutes } from "./routes/outbound.ts";
import { templateRoutes } from "./routes/templates.ts";

export * from "./routes/path.ts";
export { visitorRoutes } from "./routes/visitors.ts";

/**
 * Every endpoint of the API, by name, a row each. It knows no shape, and zod with them, so that whoever only calls the
 * API can have it whole; `api/` says what each takes and answers.
 */
export const routes = {
  ...conversationRoutes,
  ...outboundRoutes,
  ...inboundRoutes,
  ...accountRoutes,
  ...channelRoutes,
  ...deadLetterRoutes,
  ...fileRoutes,
  ...templateRoutes,
  ...operationRoutes,
  ...contactRoutes,
  ...funnelRoutes,
  ...leadRoutes,
} as const;
