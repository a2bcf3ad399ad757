import type { NextFunction, Request, Response } from "express";
import type { Wire } from "./wire.ts";

const own = /^\/(control|webchat|assets|$|index\.html|favicon)/;

/** Puts every call of the business into the log; what the page itself asks for is left out. */
export function logRequests(wire: Pick<Wire, "exchanges">) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!own.test(request.path)) follow(wire, request, response);
    next();
  };
}

function follow(wire: Pick<Wire, "exchanges">, request: Request, response: Response): void {
  const at = Date.now();
  const { method, path } = request;
  response.on("close", () => {
    const status = response.writableFinished ? response.statusCode : null;
    wire.exchanges.add({ at, direction: "in", method, path, status, ms: Date.now() - at });
  });
}
