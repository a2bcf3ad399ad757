import { createHmac } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { account } from "./account.ts";
import { graphError, parameterError, refuse } from "./graph-error.ts";

const proof = createHmac("sha256", account.appSecret).update(account.accessToken).digest("hex");

/** Lets through who knows the account's token, in the header or the query; a proof that is given has to be right. */
export function authenticate(request: Request, response: Response, next: NextFunction): void {
  const { access_token: inQuery, appsecret_proof: given } = request.query;
  const token = request.headers.authorization?.replace(/^(Bearer|OAuth) /, "") ?? inQuery;
  if (token !== account.accessToken) refuse(response, graphError("messenger", "190"));
  else if (given !== undefined && given !== proof)
    refuse(response, parameterError("Invalid appsecret_proof provided in the API argument"));
  else next();
}
