import type { NextFunction, Request, Response } from "express";
import { account, suspended } from "./account.ts";
import { refusal } from "./refusal.ts";

const basic = ({ sid, authToken }: { sid: string; authToken: string }) =>
  `Basic ${Buffer.from(`${sid}:${authToken}`).toString("base64")}`;

const expected = basic(account);
const expectedOf: Record<string, string> = { [suspended.sid]: basic(suspended) };

/** Lets through who knows the account's token, and only to the own account. */
export function authenticate(request: Request, response: Response, next: NextFunction): void {
  const [, sid = ""] = /\/Accounts\/(\w+)\.json$/.exec(request.path) ?? [];
  if (request.headers.authorization === (expectedOf[sid] ?? expected)) next();
  else
    response.set("WWW-Authenticate", 'Basic realm="Twilio API"').status(401).json(refusal(20003));
}
