import type * as z from "zod";
import { UserId } from "../../../phones/person.ts";
import { type GraphError, graphError, parameterError } from "../graph-error.ts";
import { SendBody } from "./wire.ts";

/** A send that may go on: to a phone in E.164 or, when there is none, to a user id. */
export type Send = SendBody & { phone: string | null; userId: string | null };

/** Reads a send by WhatsApp's rules; says what is wrong in WhatsApp's way. */
export function readSend(body: unknown, own: string): Send | GraphError {
  const given = { type: "text", ...(body as object) };
  if (!("messaging_product" in given))
    return parameterError("The parameter messaging_product is required.");
  const parsed = SendBody.safeParse(given);
  if (!parsed.success) return wrong(parsed.error.issues[0]);
  return address(parsed.data, own);
}

function wrong(issue: z.core.$ZodIssue | undefined): GraphError {
  const [first, ...rest] = (issue?.path ?? []).map(String);
  const name = `${first ?? "body"}${rest.map((part) => `['${part}']`).join("")}`;
  if (issue?.code === "invalid_union" && first === "type")
    return graphError("whatsapp", "131051", "Message type is unknown.");
  if (issue?.code === "unrecognized_keys")
    return parameterError(`Unexpected key "${issue.keys[0]}" on param "${first ?? "body"}".`);
  if (issue?.code === "too_big" && issue.origin === "string")
    return parameterError(`Param ${name} must be at most ${issue.maximum} characters long.`);
  if (
    issue?.code === "invalid_type" &&
    issue.input === undefined &&
    /undefined/.test(issue.message)
  )
    return graphError("whatsapp", "131008", `Parameter ${name} is missing`);
  return graphError("whatsapp", "131009", `${name}: ${issue?.message ?? "not valid"}`);
}

function address(body: SendBody, own: string): Send | GraphError {
  const { to, recipient } = body;
  if (to === undefined && recipient === undefined)
    return graphError("whatsapp", "131008", "One of to and recipient is required");
  if (to === undefined) return byUserId(body, recipient ?? "");
  const digits = to.replace(/[\s()+-]/g, "");
  if (!/^[1-9]\d{6,14}$/.test(digits))
    return graphError("whatsapp", "131009", `Recipient phone number not valid: ${to}`);
  if (`+${digits}` === own) return graphError("whatsapp", "131021");
  return { ...body, phone: `+${digits}`, userId: null };
}

function byUserId(body: SendBody, userId: string): Send | GraphError {
  if (!UserId.safeParse(userId).success)
    return graphError("whatsapp", "131009", `recipient is not a user id: ${userId}`);
  return { ...body, phone: null, userId };
}
