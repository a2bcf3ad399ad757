import express, { type Request, type Response, Router } from "express";
import * as z from "zod";
import type { World } from "../../phones/world.ts";
import { authenticate } from "./authenticate.ts";
import { contentsOf, keep, submit } from "./content.ts";
import { faultOf } from "./content-description.ts";
import type { Content } from "./content-shape.ts";
import { type Refusal, refusal } from "./refusal.ts";

/** Where the Content API is imitated; its real one has a host of its own. */
export const contentBase = "/twilio-content/v1";

const Action = z.looseObject({
  type: z.string().optional(),
  title: z.string().min(1).max(25),
  url: z.string().optional(),
  phone: z.string().optional(),
  id: z.string().max(200).optional(),
});

const Shape = z.looseObject({
  body: z.string().max(1600).optional(),
  title: z.string().max(1024).optional(),
  subtitle: z.string().max(60).optional(),
  footer: z.string().max(60).optional(),
  header_text: z.string().max(60).optional(),
  media: z.array(z.string()).max(10).optional(),
  actions: z.array(Action).max(10).optional(),
});

/** What the official description leaves open: how long and how many. */
const NewContent = z.object({
  friendly_name: z.string().max(64).default(""),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
  variables: z.record(z.string(), z.string()).default({}),
  types: z
    .record(z.string(), Shape)
    .refine((given) => Object.keys(given).length > 0, "At least one type"),
});

const Approval = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  category: z.enum(["UTILITY", "MARKETING", "AUTHENTICATION"]),
});

/** Twilio's Content API: create, list with approvals, submit. */
export function contentRoutes(world: World): Router {
  const router = Router();
  const json = express.json({ limit: "256kb" });
  router.use(contentBase, authenticate);
  router.post(`${contentBase}/Content`, json, (request, response) =>
    create(world, request, response),
  );
  router.get(`${contentBase}/ContentAndApprovals`, (request, response) =>
    list(world, request, response),
  );
  router.get(`${contentBase}/Content/:sid`, (request, response) =>
    fetchOne(world, request, response),
  );
  router.post(`${contentBase}/Content/:sid/ApprovalRequests/whatsapp`, json, (request, response) =>
    approve(world, request, response),
  );
  router.use(contentBase, (_request, response) => refuse(response, refusal(20404)));
  return router;
}

function create(world: World, request: Request, response: Response): void {
  const fault = faultOf("createContent", request.body);
  if (fault) return void refuse(response, refusal(20422, fault));
  const parsed = NewContent.safeParse(request.body);
  if (!parsed.success) return void refuse(response, refusal(20422, z.prettifyError(parsed.error)));
  const content = keep(world, parsed.data as Parameters<typeof keep>[1]);
  response.status(201).json(resourceOf(content));
}

function fetchOne(world: World, request: Request, response: Response): void {
  const content = contentsOf(world).get(String(request.params.sid));
  if (content) response.json(resourceOf(content));
  else refuse(response, refusal(20404));
}

function resourceOf({ approval_requests: _, ...content }: Content): object {
  const url = `https://content.twilio.com/v1/Content/${content.sid}`;
  return { ...content, url, links: { approval_fetch: `${url}/ApprovalRequests` } };
}

/** Pages name the official host, whatever host was asked. */
function list(world: World, request: Request, response: Response): void {
  const size = Math.min(Number(request.query.PageSize ?? 50) || 50, 500);
  const page = Number(request.query.Page ?? 0) || 0;
  const all = [...contentsOf(world).values()];
  const address = (number: number) =>
    `https://content.twilio.com/v1/ContentAndApprovals?PageSize=${size}&Page=${number}`;
  response.json({
    contents: all.slice(page * size, (page + 1) * size),
    meta: {
      page,
      page_size: size,
      first_page_url: address(0),
      previous_page_url: page > 0 ? address(page - 1) : null,
      url: address(page),
      next_page_url: (page + 1) * size < all.length ? address(page + 1) : null,
      key: "contents",
    },
  });
}

function approve(world: World, request: Request, response: Response): void {
  const content = contentsOf(world).get(String(request.params.sid));
  if (!content) return void refuse(response, refusal(20404));
  const fault = faultOf("createApproval", request.body);
  if (fault) return void refuse(response, refusal(20422, fault));
  const parsed = Approval.safeParse(request.body);
  if (!parsed.success) return void refuse(response, refusal(20422, z.prettifyError(parsed.error)));
  if (content.approval_requests.status !== "unsubmitted")
    return void refuse(response, refusal(20422, "This content was submitted before"));
  submit(world, content, parsed.data.name, parsed.data.category);
  response.status(201).json(content.approval_requests);
}

function refuse(response: Response, refused: Refusal): void {
  response.status(refused.status).json(refused);
}
