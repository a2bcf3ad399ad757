import type { NextFunction, Request, Response } from "express";

const names = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);

/** Whether a host name means this machine. */
export function isLoopback(host: string): boolean {
  return names.has(host) || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Throws for any address that others could reach. */
export function assertLoopback(host: string): void {
  if (isLoopback(host)) return;
  throw new Error(
    `The simulator is a development tool and listens on this machine only, not on ${host}. Use 127.0.0.1.`,
  );
}

/** Refuses requests that a page of another site makes, or that come by another name (DNS rebinding). */
export function guard(request: Request, response: Response, next: NextFunction): void {
  const origin = request.headers.origin;
  const own = isLoopback(hostOf(`http://${request.headers.host}`));
  if (own && (origin === undefined || isLoopback(hostOf(origin)))) next();
  else response.status(403).json({ message: "The simulator answers this machine only." });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}
