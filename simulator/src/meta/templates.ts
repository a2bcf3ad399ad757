import { randomInt } from "node:crypto";
import { BoundedMap } from "../bounded-map.ts";
import { call } from "../webhook.ts";
import type { World } from "../world.ts";
import { account } from "./account.ts";
import { signed } from "./sign.ts";
import { demoTemplates } from "./templates-demo.ts";

export type TemplateComponent = {
  type: string;
  format?: string;
  text?: string;
  example?: Record<string, unknown>;
  buttons?: {
    type: string;
    text: string;
    url?: string;
    phone_number?: string;
    example?: unknown;
  }[];
};

/** A template of the WhatsApp account, as the Graph API lists it. */
export type KeptTemplate = {
  id: string;
  name: string;
  language: string;
  category: string;
  status: string;
  components: TemplateComponent[];
  parameter_format?: string;
  rejected_reason?: string;
  quality_score?: { score: string };
};

const kept = new WeakMap<World, BoundedMap<string, KeptTemplate>>();

/** The templates of the account, oldest first. */
export function templatesOf(world: World): BoundedMap<string, KeptTemplate> {
  const known = kept.get(world);
  if (known) return known;
  const templates = new BoundedMap<string, KeptTemplate>(2_000);
  const fill = () => {
    for (const template of structuredClone(demoTemplates)) templates.set(template.id, template);
  };
  fill();
  kept.set(world, templates);
  world.onReset.push(() => {
    templates.clear();
    fill();
  });
  return templates;
}

export function templateNamed(
  world: World,
  name: string,
  language: string,
): KeptTemplate | undefined {
  const all = [...templatesOf(world).values()];
  return all.find((one) => one.name === name && one.language === language);
}

/** How long the review takes, in milliseconds. */
const reviewMs = 2_000;

/** Takes a template for review; a name that ends in _rejected is rejected, any other approved. */
export function submit(world: World, written: Omit<KeptTemplate, "id" | "status">): KeptTemplate {
  const id = String(randomInt(10 ** 13, 10 ** 14));
  const template: KeptTemplate = { ...written, id, status: "PENDING" };
  templatesOf(world).set(id, template);
  world.timers.after(reviewMs, () => decide(world, template));
  return template;
}

async function decide(world: World, template: KeptTemplate): Promise<void> {
  const rejected = template.name.endsWith("_rejected");
  template.status = rejected ? "REJECTED" : "APPROVED";
  template.rejected_reason = rejected ? "INVALID_FORMAT" : "NONE";
  await tellState(world, template);
}

/** Tells the house the state of a template, as the account's webhook does. */
export async function tellState(world: World, template: KeptTemplate): Promise<void> {
  const value = {
    event: template.status,
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
    reason: template.rejected_reason ?? "NONE",
    message_template_category: template.category,
  };
  const change = { field: "message_template_status_update", value };
  const time = Math.floor(Date.now() / 1000);
  const body = {
    object: "whatsapp_business_account",
    entry: [{ id: account.wabaId, time, changes: [change] }],
  };
  await call(world, signed(world, body, `template ${template.name} · ${template.status}`));
}
