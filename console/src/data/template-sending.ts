import { optimistic, queue } from "./sending.ts";
import { countUse } from "./templates.ts";

/** A template on its way to a customer: `text` is what they will read, shown at once. */
export type TemplateWriting = {
  conversationId: string;
  templateId: string;
  variables: Record<string, string>;
  text: string;
  name: string;
};

/** Sends a template under an id of its own: shown at once, sent once. */
export function sendTemplate({
  templateId,
  variables,
  ...writing
}: TemplateWriting): Promise<void> {
  countUse(templateId);
  const template = { id: templateId, variables };
  const shown = optimistic({ ...writing, kind: "template", files: [] }, "outbound");
  return queue(writing.conversationId, { ...shown, template }, { kind: "template", template });
}
