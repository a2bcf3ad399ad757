import { type Request, type Response, Router } from "express";
import * as z from "zod";
import type { World } from "../../phones/world.ts";
import { account } from "./account.ts";
import { parameterError, refuse } from "./graph-error.ts";
import type { KeptTemplate } from "./kept-template.ts";
import { ownAddress } from "./own-address.ts";
import { type Owner, submit, templateNamed, templatesOf } from "./templates.ts";
import { fileOfHandle, handleIn } from "./templates-upload.ts";

/** What an owner's templates may be made of. */
type Rules = {
  path: string;
  fields: string[];
  Button: z.ZodType;
  components: [string, ...string[]];
  formats: [string, ...string[]];
  categories: [string, ...string[]];
  buttons: number;
};

const text = z.string().min(1);
const url = z.string().max(2000);
const Phone = z.strictObject({
  type: z.literal("PHONE_NUMBER"),
  text: text.max(25),
  phone_number: z.string().max(20),
});
const common = ["id", "name", "language", "status", "category", "components", "rejected_reason"];

const rules: Record<Owner, Rules> = {
  whatsapp: {
    path: `/${account.wabaId}/message_templates`,
    fields: [...common, "quality_score", "parameter_format"],
    Button: z.discriminatedUnion("type", [
      z.strictObject({ type: z.literal("QUICK_REPLY"), text: text.max(25) }),
      z.strictObject({
        type: z.literal("URL"),
        text: text.max(25),
        url,
        example: z.array(z.string()).optional(),
      }),
      Phone,
    ]),
    components: ["HEADER", "BODY", "FOOTER", "BUTTONS"],
    formats: ["TEXT", "IMAGE", "VIDEO", "DOCUMENT"],
    categories: ["UTILITY", "MARKETING", "AUTHENTICATION"],
    buttons: 10,
  },
  page: {
    path: `/${ownAddress("messenger")}/message_templates`,
    fields: common,
    Button: z.discriminatedUnion("type", [
      z.strictObject({ type: z.literal("POSTBACK"), text: text.max(20), payload: text.max(1000) }),
      z.strictObject({
        type: z.literal("URL"),
        text: text.max(20),
        url,
        example: z.strictObject({ url_suffix_example: z.string() }).optional(),
      }),
      Phone,
    ]),
    components: ["HEADER", "BODY", "BUTTONS"],
    formats: ["TEXT", "IMAGE"],
    categories: ["UTILITY"],
    buttons: 3,
  },
};

function schemaOf({ Button, components, formats, categories, buttons }: Rules) {
  const component = z.looseObject({
    type: z.enum(components),
    format: z.enum(formats).optional(),
    text: text.max(1024).optional(),
    example: z.record(z.string(), z.unknown()).optional(),
    buttons: z.array(Button).min(1).max(buttons).optional(),
  });
  return z.object({
    name: z.string().regex(/^[a-z0-9_]{1,512}$/),
    language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
    category: z.enum(categories),
    parameter_format: z.enum(["NAMED", "POSITIONAL"]).optional(),
    components: z.array(component).min(1),
  });
}

/** The templates of a WhatsApp account or of a page: list and create. */
export function templateRoutes(world: World, owner: Owner): Router {
  const router = Router();
  const { path } = rules[owner];
  router.get(path, (request, response) => list(world, owner, request, response));
  router.post(path, (request, response) => create(world, owner, request, response));
  return router;
}

function list(world: World, owner: Owner, request: Request, response: Response): void {
  const { path, fields } = rules[owner];
  const asked = String(request.query.fields ?? "").split(",");
  const unknown = asked.find((field) => field !== "" && !fields.includes(field));
  if (unknown)
    return void refuse(response, parameterError(`Tried accessing nonexisting field (${unknown})`));
  const all = [...templatesOf(world, owner).values()];
  const limit = Math.min(Number(request.query.limit ?? 25) || 25, 500);
  const from = Number(request.query.after ?? 0) || 0;
  const next = from + limit;
  const query = new URLSearchParams(request.query as Record<string, string>);
  query.set("after", String(next));
  response.json({
    data: all.slice(from, next),
    paging: {
      cursors: { before: String(from), after: String(Math.min(next, all.length)) },
      ...(next < all.length && {
        next: `https://graph.facebook.com/v26.0${path}?${query}`,
      }),
    },
  });
}

function create(world: World, owner: Owner, request: Request, response: Response): void {
  const parsed = schemaOf(rules[owner]).safeParse(request.body);
  if (!parsed.success) return void refuse(response, parameterError(z.prettifyError(parsed.error)));
  const written = parsed.data as Omit<KeptTemplate, "id" | "status">;
  const fault = faultOf(world, owner, written);
  if (fault) return void refuse(response, parameterError(fault));
  const { id, status, category } = submit(world, owner, written);
  response.json({ id, status, category });
}

function faultOf(
  world: World,
  owner: Owner,
  { name, language, components }: Omit<KeptTemplate, "id" | "status">,
) {
  if (templateNamed(world, owner, name, language))
    return `There is already ${name} in ${language}.`;
  const body = components.find(({ type }) => type === "BODY");
  if (!body?.text) return "Message template 'components' param is missing BODY";
  const unexplained = components.find(({ text, example }) => text?.includes("{{") && !example);
  if (unexplained) return `component of type ${unexplained.type} is missing field (example)`;
  const header = components.find(({ type }) => type === "HEADER");
  const isFile = header?.format !== undefined && header.format !== "TEXT";
  if (header && isFile && !fileOfHandle(world, handleIn(header)))
    return "component of type HEADER is missing expected field(s) (example)";
  if (/^\{\{|\}\}$/.test(body.text))
    return "Variables can't be at the start or end of the template.";
  return undefined;
}
