import type { NextFunction, Request, Response } from "express";
import type { World } from "../phones/world.ts";

const own = /^\/(control|webchat|assets|$|index\.html|favicon)/;

/** Puts every call of the business into the log; what the page itself asks for is left out. */
export function logRequests(world: World) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!own.test(request.path)) follow(world, request, response);
    next();
  };
}

function follow(world: World, request: Request, response: Response): void {
  const at = Date.now();
  const { method, path } = request;
  response.on("close", () => {
    const status = response.writableFinished ? response.statusCode : null;
    world.exchanges.add({ at, direction: "in", method, path, status, ms: Date.now() - at });
  });
}
