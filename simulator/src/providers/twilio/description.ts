import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject, type Options } from "ajv";
import { type Refusal, refusal } from "./refusal.ts";

const { createMessage, message } = JSON.parse(
  readFileSync(new URL("description.json", import.meta.url), "utf8"),
);

/** What Twilio's descriptions call the forms of a text. */
export const formats: NonNullable<Options["formats"]> = {
  // What these two may hold is told apart by code: see address.ts.
  "phone-number": true,
  currency: true,
  "uri-map": true,
  uri: (text) => URL.canParse(text),
  "date-time": (text) => !Number.isNaN(Date.parse(text)),
  "date-time-rfc-2822": (text) => /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/.test(text),
};

const ajv = new Ajv({ allErrors: true, coerceTypes: "array", strict: false, formats });

// A missing To has a code of its own, which the rules give.
const checkForm = ajv.compile({ ...createMessage, required: [], additionalProperties: false });
const checkResource = ajv.compile(message);

/** The parameters of a send that the rules look at. */
export type SendForm = {
  To?: string;
  From?: string;
  MessagingServiceSid?: string;
  Body?: string;
  MediaUrl?: string[];
  ContentSid?: string;
  ContentVariables?: string;
  StatusCallback?: string;
  ValidityPeriod?: number;
};

/** Reads a form by the official description; a parameter it does not know, or of a wrong type, is refused. */
export function readForm(fields: Record<string, unknown>): SendForm | Refusal {
  const form: SendForm & Record<string, unknown> = structuredClone({ ...fields });
  if (checkForm(form)) return form;
  return refuse(checkForm.errors?.[0], fields);
}

const codes: Record<string, number> = {
  StatusCallback: 21609,
  MediaUrl: 21620,
  ContentSid: 21655,
  ContentVariables: 21656,
  MessagingServiceSid: 21701,
};

function refuse(error: ErrorObject | undefined, fields: Record<string, unknown>): Refusal {
  if (error?.keyword === "additionalProperties") {
    return refusal(20001, `Unknown parameter: ${error.params.additionalProperty}`);
  }
  const name = error?.instancePath.split("/")[1] ?? "";
  const code = codes[name] ?? 20422;
  return refusal(code, `Invalid value for ${name}: ${String(fields[name])}`);
}

/** What is wrong with a message resource by the official description; null when nothing is. */
export function faultOfResource(resource: unknown): string | null {
  return checkResource(resource) ? null : ajv.errorsText(checkResource.errors);
}
