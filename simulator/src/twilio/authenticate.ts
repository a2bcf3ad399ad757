import type { NextFunction, Request, Response } from "express";
import { account } from "./account.ts";
import { refusal } from "./refusal.ts";

const expected = `Basic ${Buffer.from(`${account.sid}:${account.authToken}`).toString("base64")}`;

/** Lets through who knows the account's token, and only to the own account. */
export function authenticate(request: Request, response: Response, next: NextFunction): void {
  if (request.headers.authorization === expected) next();
  else
    response.set("WWW-Authenticate", 'Basic realm="Twilio API"').status(401).json(refusal(20003));
}
