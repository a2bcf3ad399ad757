import { request as ask, type ClientRequest, type ServerResponse } from "node:http";
import type { Request } from "express";

/** How the house answered a visitor's call. */
export type Answer = { status: number; type: string; body: string };

/** Asks the house what a visitor asks; null when it cannot be reached. */
export async function askHouse(
  target: string,
  { method, originalUrl, headers, body }: Request,
): Promise<Answer | null> {
  const kept = ["authorization", "content-type", "accept-language"] as const;
  const given = kept.flatMap((name) => (headers[name] ? [[name, headers[name]] as const] : []));
  try {
    const answer = await fetch(`${target}${originalUrl}`, {
      method,
      headers: Object.fromEntries(given),
      ...(Buffer.isBuffer(body) && { body: new Uint8Array(body) }),
    });
    const type = answer.headers.get("content-type") ?? "text/plain";
    return { status: answer.status, type, body: await answer.text() };
  } catch {
    return null; // The house is down: the visitor is told so.
  }
}

/** Passes a call on and its answer back as they come: what Firestore tells never ends. */
export function passOn(base: string, request: Request, response: ServerResponse): void {
  const { host } = new URL(base);
  const { method, originalUrl } = request;
  const headers = { ...request.headers, host };
  const onward: ClientRequest = ask(`${base}${originalUrl}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => response.destroy());
  response.on("close", () => onward.destroy());
  request.pipe(onward);
}
