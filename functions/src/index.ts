import type { IncomingMessage, ServerResponse } from "node:http";
import { defineInt, defineSecret, defineString } from "firebase-functions/params";
import { onDocumentCreated, onDocumentUpdated } from "firebase-functions/v2/firestore";
import { onRequest } from "firebase-functions/v2/https";
import { setGlobalOptions } from "firebase-functions/v2/options";
import { onSchedule } from "firebase-functions/v2/scheduler";
import { onTaskDispatched } from "firebase-functions/v2/tasks";
import { region } from "./platform/region.ts";
import { traced } from "./platform/sources.ts";

const key = defineSecret("HILO_KEY");

/** An account of the functions' own, with the roles that docs/operations.md gives it and no others. */
const serviceAccount = defineString("SERVICE_ACCOUNT", {
  default: "hilo-functions@",
  description: "The service account that the functions run as; what follows @ is the project's.",
});

/** Instances that wait for the next webhook and the next call of the API, at a price; none wait when not said. */
const minInstances = defineInt("MIN_INSTANCES", {
  default: 0,
  description:
    "How many instances of webhooks and api are kept ready, so that nobody waits for a start.",
});

// A limit keeps a fault or an attack from costing without one.
setGlobalOptions({ region, memory: "512MiB", secrets: [key], serviceAccount, maxInstances: 50 });

const messagePath =
  "workspaces/{workspaceId}/conversations/{conversationId}/messages/{messageId}" as const;

type Listener = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Each function loads only its own part, on its first request: cold starts pay for nothing else. */
function lazy(load: () => Promise<Listener>): Listener {
  let app: Promise<Listener> | undefined;
  return async (request, response) => {
    app ??= load();
    (await app)(request, response);
  };
}

export const webhooks = onRequest(
  { concurrency: 80, invoker: "public", minInstances, maxInstances: 100 },
  lazy(async () => (await import("./webhooks.ts")).createWebhooks()),
);

/** An upload is held whole in memory, more than once. */
export const api = onRequest(
  { concurrency: 40, memory: "1GiB", invoker: "public", minInstances, maxInstances: 100 },
  lazy(async () => (await import("./api.ts")).createApi()),
);

export const messageCreated = onDocumentCreated(
  { document: messagePath, retry: true },
  traced(async (event) => {
    const { params, data } = event;
    const { heed, onMessageCreated } = await import("./triggers.ts");
    if (data) await heed(event, () => onMessageCreated(params, data));
  }),
);

export const memberUpdated = onDocumentUpdated(
  { document: "workspaces/{workspaceId}/members/{uid}", retry: true },
  traced(async (event) => {
    const { params, data } = event;
    const { heed, onMemberUpdated } = await import("./triggers.ts");
    if (data) await heed(event, () => onMemberUpdated(params, data.after));
  }),
);

type Ids = { workspaceId: string; conversationId: string; messageId: string };

export const deliver = onTaskDispatched<Ids>(
  {
    retryConfig: { maxAttempts: 5, minBackoffSeconds: 5 },
    rateLimits: { maxConcurrentDispatches: 50 },
  },
  traced(async ({ data: { workspaceId, conversationId, messageId } }) => {
    const outbox = await import("./outbound/delivery.ts");
    await outbox.deliver(workspaceId, conversationId, messageId);
  }),
);

/** No event tells of a message that took the place which a change of it had kept. */
export const placeTaken = onTaskDispatched<Ids>(
  {
    retryConfig: { maxAttempts: 8, minBackoffSeconds: 5 },
    rateLimits: { maxConcurrentDispatches: 50 },
  },
  traced(async ({ data }) => (await import("./triggers.ts")).onPlaceTaken(data)),
);

const fetchAttempts = 8;

/** Files are held whole in memory: few at once in an instance. */
export const fetchMedia = onTaskDispatched<Ids>(
  {
    retryConfig: { maxAttempts: fetchAttempts, minBackoffSeconds: 10 },
    rateLimits: { maxConcurrentDispatches: 50 },
    memory: "1GiB",
    concurrency: 5,
  },
  traced(async ({ data: { workspaceId, conversationId, messageId }, retryCount = 0 }) => {
    const media = await import("./inbound/media.ts");
    const last = retryCount >= fetchAttempts - 1;
    await media.fetchMedia(workspaceId, conversationId, messageId, { last });
  }),
);

/** A sweep waits for slow providers; one killed half way would leave messages of which nobody knows. */
export const everyMinute = onSchedule(
  { schedule: "every 1 minutes", timeoutSeconds: 300, maxInstances: 1 },
  traced(async () => (await import("./schedules.ts")).minute()),
);

export const everyNight = onSchedule(
  { schedule: "every day 04:00", timeoutSeconds: 1800 },
  traced(async () => (await import("./schedules.ts")).night()),
);

/** However many conversations a workspace has, its night is its own. */
export const workspaceNight = onTaskDispatched<{ workspaceId: string }>(
  {
    retryConfig: { maxAttempts: 3, minBackoffSeconds: 60 },
    rateLimits: { maxConcurrentDispatches: 10 },
    timeoutSeconds: 1800,
  },
  traced(async ({ data }) => (await import("./schedules.ts")).workspaceNight(data.workspaceId)),
);

/** A worker lets go long before its time is over, and another goes on. */
export const operate = onTaskDispatched<{ workspaceId: string; operationId: string }>(
  {
    retryConfig: { maxAttempts: 3, minBackoffSeconds: 10 },
    rateLimits: { maxConcurrentDispatches: 20 },
    timeoutSeconds: 1800,
  },
  traced(async ({ data: { workspaceId, operationId } }) =>
    (await import("./operation-kinds.ts")).operate(workspaceId, operationId),
  ),
);
