import type { InboundEvent } from "@hilo/schema";
import * as z from "zod";
import { hash } from "../../platform/crypto.ts";
import { soft } from "../meta-wire.ts";

const text = soft(z.string());

const TemplateChange = z.looseObject({
  message_template_id: soft(z.union([z.string(), z.number()]).transform(String)),
  message_template_name: z.string(),
  message_template_language: z.string(),
  event: text,
  reason: text,
  rejection_info: soft(z.looseObject({ reason: text })),
  other_info: soft(z.looseObject({ title: text, description: text })),
  new_quality_score: text,
  new_category: text,
});

type Place = { account?: string; time: number | null };

const fields = [
  "message_template_status_update",
  "message_template_quality_update",
  "template_category_update",
];

/** What Meta decided about a template: states stay in Meta's words. Undefined when the field is of something else. */
export function readTemplate(
  field: string,
  value: Record<string, unknown>,
  { account, time }: Place,
): InboundEvent[] | undefined {
  if (!fields.includes(field)) return undefined;
  const parsed = TemplateChange.safeParse(value);
  if (!parsed.success)
    return [{ type: "unsupported", reason: "A change of a template without a name" }];
  const change = parsed.data;
  const reason = reasonOf(change);
  const { message_template_id: id, event, new_quality_score: quality, new_category } = change;
  return [
    {
      type: "template",
      ...(account ? { account } : {}),
      externalId: hash(field, JSON.stringify(value), String(time)),
      at: time,
      name: change.message_template_name,
      language: change.message_template_language,
      ...(id ? { templateId: id } : {}),
      ...(event ? { status: event } : {}),
      ...(reason ? { reason } : {}),
      ...(new_category ? { category: new_category } : {}),
      ...(quality ? { quality } : {}),
    },
  ];
}

/** The most exact of the reasons told; `NONE` is none. */
function reasonOf(change: z.infer<typeof TemplateChange>): string | undefined {
  const { reason, rejection_info: rejection, other_info: other } = change;
  const plain = reason === "NONE" ? undefined : reason;
  return rejection?.reason || other?.description || plain || other?.title || undefined;
}
