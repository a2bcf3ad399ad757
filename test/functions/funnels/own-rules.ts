import type { ClassificationRules } from "@hilo/schema";
import { shippedRules } from "../../../functions/src/funnels/shipped.ts";

export function rules(): ClassificationRules {
  return structuredClone(shippedRules());
}

/** The rules with a button of the workspace's own. */
export function withButton(
  own: ClassificationRules,
  ruleId: string,
  button: string,
): ClassificationRules {
  for (const { rules: of } of Object.values(own.languages))
    for (const rule of of) if (rule.id === ruleId) rule.buttons = [button];
  return own;
}
