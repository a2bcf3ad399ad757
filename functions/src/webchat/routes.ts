import {
  DocumentId,
  LeftAddress,
  languages,
  OpenSession,
  UploadedFile,
  VisitorSession,
  visitorRoutes,
} from "@hilo/schema";
import type { NextFunction, Request, Response, Router } from "express";
import * as z from "zod";
import { saveFile } from "../files/files.ts";
import { receiveUpload } from "../files/receive-upload.ts";
import { heedStop, stopIn } from "../outbound/mail-stop.ts";
import { verified } from "../platform/auth.ts";
import { check } from "../platform/http.ts";
import { limitVisitor } from "../platform/limits.ts";
import { patternOf } from "../platform/path-pattern.ts";
import { readJson } from "../platform/request.ts";
import { capabilities } from "../providers/webchat/capabilities.ts";
import { leaveAddress } from "./left-address.ts";
import { linksFor } from "./links.ts";
import { chatOf, openSession } from "./session.ts";
import { stopPage, stopPolicy } from "./stop-page.ts";
import { countBytes, countUpload } from "./upload-pace.ts";
import { callerOf } from "./visitors.ts";

const maxJsonBytes = 20_000;

type VisitorRoute = { method: string; path: string };
type Chat = { workspaceId: string; channelId: string };
type Handler = (chat: Chat, request: Request) => Promise<{ status?: number; body: unknown }>;

const LinkQuery = z.object({
  messages: z
    .string()
    .transform((list) => [...new Set(list.split(","))])
    .pipe(z.array(DocumentId).min(1).max(50)),
});

/**
 * What a web chat's visitors call. They are no members: a site key and a token let them in. There are no CORS
 * headers, since the chat's frame is served from here; so no other page's script can read an answer.
 */
export function routes(router: Router): void {
  on(router, visitorRoutes.openSession, async ({ workspaceId, channelId }, request) => {
    const asked = check(OpenSession, await readJson(request, maxJsonBytes));
    const connection = await chatOf(workspaceId, channelId, asked.siteKey);
    const decoded = await verified(asked.idToken, request.app.locals.sources.sessions);
    return { body: VisitorSession.parse(await openSession(connection, asked, decoded)) };
  });
  on(router, visitorRoutes.uploadVisitorFile, async (named, request) => {
    const caller = await callerOf(request, named);
    countUpload(caller);
    const { workspaceId, conversationId: by } = caller;
    const limits = capabilities.webchat.media;
    const most = Math.max(...Object.values(limits).map(({ maxBytes }) => maxBytes));
    const received = await receiveUpload(request, most);
    countBytes(caller, received.bytes.length);
    const saved = await saveFile(workspaceId, { ...received, by, limits, pending: true });
    return { status: 201, body: UploadedFile.parse(saved) };
  });
  on(router, visitorRoutes.leaveAddress, async (named, request) => {
    const caller = await callerOf(request, named);
    const { email } = check(LeftAddress, await readJson(request, maxJsonBytes));
    await leaveAddress(caller, email);
    return { body: {} };
  });
  on(router, visitorRoutes.linkVisitorFiles, async (named, request) => {
    const caller = await callerOf(request, named);
    return { body: await linksFor(caller, check(LinkQuery, request.query).messages) };
  });
  router.all(patternOf(visitorRoutes.stopMails.path), answerStop);
}

/** The page on which whoever got a mail of ours has no more of them: by its button, or by their mail program's. */
async function answerStop(request: Request, response: Response, next: NextFunction): Promise<void> {
  const { method } = request;
  if (method !== "GET" && method !== "POST") {
    response.set("Allow", "GET, POST");
    return next();
  }
  await limitVisitor(request, response);
  const { token = "" } = request.params as Record<string, string>;
  const stop = stopIn(token);
  const accepted = request.acceptsLanguages(...languages);
  const language = languages.find((one) => one === accepted) ?? languages[0];
  response.set("Content-Security-Policy", stopPolicy);
  if (!stop)
    return void response
      .status(404)
      .type("html")
      .send(stopPage(language, "unknown", ""));
  const again = request.query.again !== undefined;
  if (method === "POST") await heedStop(stop, again);
  const state = method === "GET" ? "asked" : again ? "resumed" : "stopped";
  response.type("html").send(stopPage(language, state, stop.address));
}

function on(router: Router, { method, path }: VisitorRoute, handler: Handler): void {
  router.all(patternOf(path), async (request: Request, response: Response, next) => {
    if (request.method !== method) {
      response.set("Allow", method);
      return next();
    }
    await limitVisitor(request, response);
    const { workspaceId = "", channelId = "" } = request.params as Record<string, string>;
    const { status = 200, body } = await handler({ workspaceId, channelId }, request);
    response.status(status).json(body);
  });
}
