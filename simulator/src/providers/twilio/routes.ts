import express, { type Request, type Response, Router } from "express";
import type { World } from "../../phones/world.ts";
import { account, apiVersion, suspended } from "./account.ts";
import { accountOf, listNumbers, listSenders } from "./account-api.ts";
import { authenticate } from "./authenticate.ts";
import { contentRoutes } from "./content-routes.ts";
import { list } from "./list.ts";
import { listMedia, mediaResource, redirect, serve } from "./media.ts";
import { messagesOf, resourceOf } from "./message.ts";
import { refusal } from "./refusal.ts";
import { send } from "./send.ts";
import { serveRecording } from "./voice.ts";

/** What of Twilio's API is imitated, and the address its media links lead to. */
export function routes(world: World): Router {
  const router = Router();
  const own = `/${apiVersion}/Accounts/${account.sid}`;
  const base = `${own}/Messages`;
  const form = express.urlencoded({ extended: false, limit: "256kb" });
  router.use(`/${apiVersion}`, authenticate);
  for (const { sid } of [account, suspended]) {
    router.get(`/${apiVersion}/Accounts/${sid}.json`, (_request, response) => {
      response.json(accountOf(sid));
    });
  }
  router.get(`${own}/IncomingPhoneNumbers.json`, (request, response) =>
    listNumbers(world, request, response),
  );
  router.get("/v2/Channels/Senders", authenticate, (request, response) =>
    listSenders(world, request, response),
  );
  router.post(`${base}.json`, form, (request, response) => send(world, request, response));
  router.get(`${base}.json`, (request, response) => list(world, request, response));
  router.get(`${base}/:sid.json`, (request, response) => fetchOne(world, request, response));
  router.get(`${base}/:sid/Media.json`, (request, response) => listMedia(world, request, response));
  router.get(`${base}/:sid/Media/:id.json`, (request, response) =>
    mediaResource(world, request, response),
  );
  router.get(`${base}/:sid/Media/:id`, (request, response) => redirect(world, request, response));
  router.get(`${own}/Recordings/:sid`, (request, response) =>
    serveRecording(world, request, response),
  );
  router.use(`/${apiVersion}`, (_request, response) => notFound(response));
  router.use(contentRoutes(world));
  router.get("/cdn/:id", (request, response) => serve(world, request, response));
  return router;
}

function fetchOne(world: World, request: Request, response: Response): void {
  const message = messagesOf(world).get(String(request.params.sid));
  if (message) response.json(resourceOf(message));
  else notFound(response);
}

function notFound(response: Response): void {
  response.status(404).json(refusal(20404));
}
