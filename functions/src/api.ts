import {
  accountEndpoints,
  apiBase,
  channelEndpoints,
  contactEndpoints,
  conversationEndpoints,
  deadLetterEndpoints,
  fileEndpoints,
  filesBase,
  funnelEndpoints,
  inboundEndpoints,
  leadEndpoints,
  operationEndpoints,
  outboundEndpoints,
  templateEndpoints,
} from "@hilo/schema";
import express, { type Express } from "express";
import { mediaLimits } from "./channels/channel-views.ts";
import { handlers as channelHandlers } from "./channels/routes.ts";
import { tellOfChange } from "./channels/sign-in-change.ts";
import { handlersFor as contactHandlers } from "./contacts/routes.ts";
import { handlers as conversationHandlers } from "./conversations/routes.ts";
import { refuseUnseen, seesFile, seesPath } from "./conversations/seen.ts";
import { handlers as letterHandlers } from "./dead-letters/routes.ts";
import { handlersFor as fileHandlers, fileRoutes } from "./files/routes.ts";
import { handlersFor as funnelHandlers } from "./funnels/routes.ts";
import { handlers as inboundHandlers } from "./inbound/routes.ts";
import { knownOfContact } from "./leads/of-contact.ts";
import { handlers as leadHandlers, ofLeads } from "./leads/routes.ts";
import { kinds } from "./operation-kinds.ts";
import { handlersFor as operationHandlers } from "./operations/routes.ts";
import { handlers as outboundHandlers } from "./outbound/routes.ts";
import { createApp, mount, problems } from "./platform/http.ts";
import { openApi } from "./platform/openapi.ts";
import { handlers as templateHandlers } from "./templates/routes.ts";
import { handlers as accountHandlers } from "./users/routes.ts";
import { routes as webchatRoutes } from "./webchat/routes.ts";

/** What people's consoles and other systems call. */
export function createApi(): Express {
  const app = createApp({ met: tellOfChange, guard: refuseUnseen });
  app.get(["/api/health", "/health"], (_request, response) => {
    response.json({ status: "ok" });
  });
  app.get("/api/openapi.json", (_request, response) => {
    response.json(openApi());
  });
  const router = express.Router();
  mount(router, accountEndpoints, accountHandlers);
  mount(router, channelEndpoints, channelHandlers);
  mount(router, deadLetterEndpoints, letterHandlers);
  mount(router, templateEndpoints, templateHandlers);
  mount(router, conversationEndpoints, conversationHandlers);
  mount(router, outboundEndpoints, outboundHandlers);
  mount(router, inboundEndpoints, inboundHandlers);
  mount(router, contactEndpoints, contactHandlers(knownOfContact));
  mount(router, funnelEndpoints, funnelHandlers(ofLeads));
  mount(router, leadEndpoints, leadHandlers);
  mount(router, operationEndpoints, operationHandlers(kinds, seesPath));
  mount(router, fileEndpoints, fileHandlers(mediaLimits, seesFile));
  webchatRoutes(router);
  app.use(apiBase, router);
  app.use(filesBase, fileRoutes());
  app.use(...problems);
  return app;
}
