import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { formats } from "./description.ts";

const { createContent, createApproval, content, approval, page } = JSON.parse(
  readFileSync(new URL("content-description.json", import.meta.url), "utf8"),
);

const ajv = new Ajv({ allErrors: true, strict: false, formats });
const only = { additionalProperties: false };
const types = { ...createContent.properties.types, ...only };
const properties = { ...createContent.properties, types };

const checks = {
  createContent: ajv.compile({ ...createContent, properties, ...only }),
  createApproval: ajv.compile({ ...createApproval, ...only }),
  content: ajv.compile({ ...content, ...only }),
  approval: ajv.compile({ ...approval, ...only }),
  page: ajv.compile(page),
};

/** What is wrong with a request or an answer of the Content API by its official description; null when nothing is. */
export function faultOf(what: keyof typeof checks, given: unknown): string | null {
  const check = checks[what];
  return check(given) ? null : ajv.errorsText(check.errors);
}
