import express, { type Express } from "express";
import { mediaLimits } from "./channels/channel-views.ts";
import { routes as channelRoutes } from "./channels/routes.ts";
import { tellOfChange } from "./channels/sign-in-change.ts";
import { routes as conversationRoutes } from "./conversations/routes.ts";
import { routes as letterRoutes } from "./dead-letters/routes.ts";
import { fileRoutes, routes as uploadRoutes } from "./files/routes.ts";
import { routes as inboundRoutes } from "./inbound/routes.ts";
import { routes as outboundRoutes } from "./outbound/routes.ts";
import { createApp, problems } from "./platform/http.ts";
import { openApi } from "./platform/openapi.ts";
import { routes as templateRoutes } from "./templates/routes.ts";
import { routes as userRoutes } from "./users/routes.ts";
import { routes as webchatRoutes } from "./webchat/routes.ts";

const rooms = [
  userRoutes,
  channelRoutes,
  letterRoutes,
  templateRoutes,
  conversationRoutes,
  outboundRoutes,
  inboundRoutes,
];

/** What people's consoles and other systems call. */
export function createApi(): Express {
  const app = createApp({ met: tellOfChange });
  app.get("/api/health", (_request, response) => {
    response.json({ status: "ok" });
  });
  app.get("/api/openapi.json", (_request, response) => {
    response.json(openApi());
  });
  const router = express.Router();
  for (const mount of rooms) mount(router);
  uploadRoutes(router, mediaLimits);
  webchatRoutes(router);
  app.use("/api/v1", router);
  app.use("/files", fileRoutes());
  app.use(...problems);
  return app;
}
