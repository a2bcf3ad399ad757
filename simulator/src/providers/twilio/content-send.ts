import type { Entry, Offer } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { contentsOf } from "./content.ts";
import type { Shape } from "./content-shape.ts";
import { type Refusal, refusal } from "./refusal.ts";

/** A content with its variables filled in, as the customer's phone shows it. */
export type Shown = Pick<Entry, "text" | "offer" | "template"> & {
  media: string[];
  /** Whether WhatsApp carries it outside the window too. */
  approved: boolean;
};

/** What a send with a ContentSid shows, or why Twilio refuses it. */
export function showContent(world: World, sid: string, variables = "{}"): Shown | Refusal {
  const content = contentsOf(world).get(sid);
  if (!content) return refusal(21655, `The ContentSid ${sid} is invalid`);
  const values: Record<string, unknown> = JSON.parse(variables);
  const shape = Object.values(content.types)[0] ?? {};
  const missing = variablesIn(JSON.stringify(shape)).filter((name) => !values[name]);
  if (missing.length > 0)
    return refusal(21656, `The ContentVariables are invalid: no value for ${missing.join(", ")}`);
  const bad = Object.values(values).some((value) => /[\n\r\t]| {4}/.test(String(value)));
  if (bad) return refusal(21656, "The ContentVariables hold line breaks, tabs or four spaces");
  const fill = (text: string) =>
    text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name) => String(values[name] ?? ""));
  const parts = [shape.header_text, shape.body ?? shape.title, shape.footer ?? shape.subtitle];
  const text = parts.filter((part) => part !== undefined);
  const offer = offerOf(shape, fill);
  return {
    text: fill(text.join("\n\n")),
    template: content.friendly_name,
    ...(offer ? { offer } : {}),
    media: (shape.media ?? []).map(fill),
    approved: content.approval_requests.status === "approved",
  };
}

function variablesIn(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].map(([, name = ""]) => name);
}

function offerOf({ actions }: Shape, fill: (text: string) => string): Offer | undefined {
  if (!actions) return undefined;
  const buttons = actions.map(({ title, id, url, phone }) => ({
    id: id ?? title,
    title,
    ...(url ? { url: fill(url) } : {}),
    ...(phone ? { url: `tel:${phone}` } : {}),
  }));
  return { buttons };
}
