import { randomInt } from "node:crypto";
import type { World } from "../../phones/world.ts";
import { BoundedMap } from "../../wire/bounded-map.ts";
import { call } from "../../wire/webhook.ts";
import { account } from "./account.ts";
import type { KeptTemplate } from "./kept-template.ts";
import { ownAddress } from "./own-address.ts";
import { signed } from "./sign.ts";
import { demoTemplates, pageTemplates } from "./templates-demo.ts";

/** Who keeps templates: the WhatsApp account, or the page with its utility templates. */
export type Owner = "whatsapp" | "page";

const first: Record<Owner, readonly KeptTemplate[]> = {
  whatsapp: demoTemplates,
  page: pageTemplates,
};

type Kept = BoundedMap<string, KeptTemplate>;

const kept = { whatsapp: new WeakMap<World, Kept>(), page: new WeakMap<World, Kept>() };

/** The templates of an owner, oldest first. */
export function templatesOf(world: World, owner: Owner): Kept {
  const known = kept[owner].get(world);
  if (known) return known;
  const templates: Kept = new BoundedMap(2_000);
  const fill = () => {
    for (const one of structuredClone(first[owner])) templates.set(one.id, one);
  };
  fill();
  kept[owner].set(world, templates);
  world.onReset.push(() => {
    templates.clear();
    fill();
  });
  return templates;
}

export function templateNamed(
  world: World,
  owner: Owner,
  name: string,
  language: string,
): KeptTemplate | undefined {
  const all = [...templatesOf(world, owner).values()];
  return all.find((one) => one.name === name && one.language === language);
}

/** Takes a template for review; a name that ends in _rejected is rejected, any other approved. */
export function submit(
  world: World,
  owner: Owner,
  written: Omit<KeptTemplate, "id" | "status">,
): KeptTemplate {
  const id = String(randomInt(10 ** 13, 10 ** 14));
  const template: KeptTemplate = { ...written, id, status: "PENDING" };
  templatesOf(world, owner).set(id, template);
  world.timers.after(world.settings.review, () => decide(world, owner, template));
  return template;
}

async function decide(world: World, owner: Owner, template: KeptTemplate): Promise<void> {
  const rejected = template.name.endsWith("_rejected");
  template.status = rejected ? "REJECTED" : "APPROVED";
  template.rejected_reason = rejected ? "INVALID_FORMAT" : "NONE";
  await tellState(world, owner, template);
}

/** Tells the house the state of a template, as the account's or the page's webhook does. */
async function tellState(world: World, owner: Owner, template: KeptTemplate): Promise<void> {
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
  const [object, id] =
    owner === "page"
      ? ["page", ownAddress("messenger")]
      : ["whatsapp_business_account", account.wabaId];
  const body = { object, entry: [{ id, time, changes: [change] }] };
  await call(world, signed(world, body, `template ${template.name} · ${template.status}`));
}
