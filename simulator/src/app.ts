import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { ZodError, z } from "zod";
import { control } from "./control/index.ts";
import type { World } from "./phones/world.ts";
import { providers } from "./providers/index.ts";
import { webchat } from "./providers/webchat/index.ts";
import { logRequests } from "./wire/log-requests.ts";
import { guard } from "./wire/loopback.ts";

const page = fileURLToPath(new URL("../dist", import.meta.url));

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; frame-src 'self' http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The whole simulator as an Express app. */
export function createApp(world: World, refuse: (milliseconds: number) => void): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(guard);
  app.use(logRequests(world));
  app.use("/control", control(world, refuse));
  for (const provider of Object.values(providers)) app.use(provider.routes(world));
  app.use(webchat(world));
  app.use((_request, response, next) => {
    response.set("Content-Security-Policy", policy);
    next();
  });
  app.use(express.static(page));
  app.get("/", (_request, response) => response.type("text/plain").send(missingPage()));
  app.use(renderError);
  return app;
}

function missingPage(): string {
  const built = existsSync(page);
  return `Hilo's simulator, a development tool.\n${built ? "" : "Build its page with: npm run build -w simulator\n"}`;
}

function renderError(
  error: unknown,
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (response.headersSent) next(error);
  else response.status(statusOf(error)).json({ message: wordingOf(error) });
}

function wordingOf(error: unknown): string {
  if (error instanceof ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : "Something went wrong";
}

function statusOf(error: unknown): number {
  if (error instanceof ZodError || error instanceof RangeError) return 400;
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
