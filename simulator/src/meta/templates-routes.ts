import { type Request, type Response, Router } from "express";
import * as z from "zod";
import type { World } from "../world.ts";
import { account } from "./account.ts";
import { parameterError, refuse } from "./graph-error.ts";
import { type KeptTemplate, submit, templateNamed, templatesOf } from "./templates.ts";

const Button = z.looseObject({
  type: z.enum(["QUICK_REPLY", "URL", "PHONE_NUMBER"]),
  text: z.string().min(1).max(25),
  url: z.string().max(2000).optional(),
  phone_number: z.string().max(20).optional(),
});

const Component = z.looseObject({
  type: z.enum(["HEADER", "BODY", "FOOTER", "BUTTONS"]),
  format: z.enum(["TEXT", "IMAGE", "VIDEO", "DOCUMENT"]).optional(),
  text: z.string().min(1).max(1024).optional(),
  example: z.record(z.string(), z.unknown()).optional(),
  buttons: z.array(Button).min(1).max(10).optional(),
});

const NewTemplate = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
  category: z.enum(["UTILITY", "MARKETING", "AUTHENTICATION"]),
  parameter_format: z.enum(["NAMED", "POSITIONAL"]).optional(),
  components: z.array(Component).min(1),
});

/** The templates of a WhatsApp account: list and create. */
export function templateRoutes(world: World): Router {
  const router = Router();
  const path = `/${account.wabaId}/message_templates`;
  router.get(path, (request, response) => list(world, request, response));
  router.post(path, (request, response) => create(world, request, response));
  return router;
}

function list(world: World, request: Request, response: Response): void {
  const all = [...templatesOf(world).values()];
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
        next: `https://graph.facebook.com/v26.0/${account.wabaId}/message_templates?${query}`,
      }),
    },
  });
}

function create(world: World, request: Request, response: Response): void {
  const parsed = NewTemplate.safeParse(request.body);
  if (!parsed.success) return void refuse(response, parameterError(z.prettifyError(parsed.error)));
  const written = parsed.data as Omit<KeptTemplate, "id" | "status">;
  const fault = faultOf(world, written);
  if (fault) return void refuse(response, parameterError(fault));
  const { id, status, category } = submit(world, written);
  response.json({ id, status, category });
}

function faultOf(
  world: World,
  { name, language, components }: Omit<KeptTemplate, "id" | "status">,
) {
  if (templateNamed(world, name, language)) return `There is already ${name} in ${language}.`;
  const body = components.find(({ type }) => type === "BODY");
  if (!body?.text) return "Message template 'components' param is missing BODY";
  const unexplained = components.find(({ text, example }) => text?.includes("{{") && !example);
  if (unexplained) return `component of type ${unexplained.type} is missing field (example)`;
  if (/^\{\{|\}\}$/.test(body.text))
    return "Variables can't be at the start or end of the template.";
  return undefined;
}
