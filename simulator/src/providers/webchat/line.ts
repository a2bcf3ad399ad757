import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { languageIn, languages } from "@hilo/schema";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import type { Person } from "../../phones/person.ts";
import type { World } from "../../phones/world.ts";
import { guard } from "../../wire/loopback.ts";
import { askHouse, passOn } from "./onward.ts";
import { post, reply, sends } from "./post.ts";
import { policy, scriptOf, siteOf } from "./site.ts";

/** One visitor's browser and its way to the house. */
export type Line = { url: string; close(): void };

/** The largest file that the chat takes, and what goes around it. */
const limit = "26mb";

const signIn = /^\/(identitytoolkit|securetoken)\.googleapis\.com\//;
const database = /^\/google\.firestore\./;
const files = /^\/(widget|files|__\/firebase)\//;
const api = /^\/(api\/v1|webhooks)\/webchat\//;

/**
 * Opens a line: a site of the visitor's own, since a browser keeps chats apart by their addresses, and behind it the
 * house and its emulators. All they say to each other goes through here, where it can be delayed or cut.
 */
export async function openLine(world: World, personId: string): Promise<Line> {
  const person = () => world.threads.people.get(personId) ?? nobody;
  const isCut = () => world.behaviours.of(personId).network === "down";
  const line = { url: "", emulators: { auth: "", firestore: "" } };
  const server = createServer(appOf(world, line, person, isCut));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  line.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = world.hub.listen(({ type }) => {
    if (type === "behaviour" && isCut()) server.closeAllConnections();
  });
  return { url: line.url, close: () => close(server, stop) };
}

const nobody: Person = { id: "", name: "", platform: "webchat" };

function close(server: Server, stop: () => void): void {
  stop();
  server.close();
  server.closeAllConnections();
}

type Ends = { url: string; emulators: { auth: string; firestore: string } };

function appOf(world: World, line: Ends, person: () => Person, isCut: () => boolean): Express {
  const { target } = world.settings;
  const app = express();
  app.disable("x-powered-by");
  app.use(guard);
  app.get("/", ({ query }, response) => {
    response.set("Content-Security-Policy", policy);
    response.type("html").send(siteOf(languageIn(String(query.language)) ?? languages[0]));
  });
  app.get("/site.js", (_, response) => response.type("js").send(scriptOf(person())));
  app.get(/^\/widget\//, (request, response) => passOn(target, request, response));
  app.use((_request: Request, response: Response, next: NextFunction) => {
    if (isCut()) response.socket?.resetAndDestroy();
    else next();
  });
  app.get("/config.json", async (request, response) => {
    reply(response, await configuration(target, line, request));
  });
  app.all(signIn, (request, response) => passOn(line.emulators.auth, request, response));
  app.all(database, (request, response) => passOn(line.emulators.firestore, request, response));
  app.get(files, (request, response) => passOn(target, request, response));
  app.use(express.raw({ type: () => true, limit }));
  app.all(api, async (request, response) => {
    if (sends(request)) return post(world, person(), request, response);
    const answer = await askHouse(target, request);
    reply(response, answer && { ...answer, body: answer.body.replaceAll(target, line.url) });
  });
  return app;
}

/** What the chat reads of the house, with this line in the place of its emulators. */
async function configuration(target: string, line: Ends, request: Request) {
  const answer = await askHouse(target, request);
  if (answer?.status !== 200) return answer;
  const { emulators, ...rest } = JSON.parse(answer.body);
  line.emulators = { auth: emulators.auth, firestore: `http://${emulators.firestore}` };
  const ours = { auth: line.url, firestore: new URL(line.url).host };
  return { ...answer, body: JSON.stringify({ ...rest, emulators: ours }) };
}
