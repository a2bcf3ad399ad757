import type { AccountEvent, InboundEvent } from "@hilo/schema";
import * as z from "zod";
import { soft } from "../meta-wire.ts";

type Level = AccountEvent["level"];

const text = soft(z.string());

const Notice = z.looseObject({
  event: text,
  decision: text,
  current_limit: text,
  max_daily_conversation_per_phone: soft(z.union([z.string(), z.number()]).transform(String)),
  requested_verified_name: text,
  rejection_reason: text,
  alert_type: text,
  alert_severity: text,
  alert_description: text,
  alert_info: soft(
    z.looseObject({ alert_type: text, alert_severity: text, alert_description: text }),
  ),
  ban_info: soft(z.looseObject({ waba_ban_state: text })),
  violation_info: soft(z.looseObject({ violation_type: text })),
  restriction_info: soft(z.array(z.looseObject({ restriction_type: text }))),
  disconnection_info: soft(z.looseObject({ reason: text })),
  partner_client_certification_info: soft(z.looseObject({ status: text })),
});
type Notice = z.infer<typeof Notice>;

type Place = { account?: string };

/**
 * What an administrator should know of a WhatsApp account: its number, its limits, its standing with Meta. Undefined
 * when the field is none of these.
 */
export function readNotice(
  field: string,
  value: Record<string, unknown>,
  { account }: Place,
): InboundEvent[] | undefined {
  if (!Object.hasOwn(levels, field)) return undefined;
  const notice = Notice.parse(value);
  const code = codeOf(field, notice);
  const told = [field.replaceAll("_", " "), code, ...detailsOf(notice)];
  return [
    {
      type: "account",
      ...(account ? { account } : {}),
      level: levels[field]?.(code, notice) ?? "info",
      code: code.slice(0, 80),
      text: [...new Set(told)].join(" · ").slice(0, 500),
    },
  ];
}

function codeOf(field: string, { event, decision, alert_type: alert, alert_info: info }: Notice) {
  return event || decision || alert || info?.alert_type || field;
}

/** The rest of what Meta says, in its own words. */
function detailsOf(notice: Notice): string[] {
  return [
    notice.ban_info?.waba_ban_state,
    notice.violation_info?.violation_type,
    ...(notice.restriction_info ?? []).map((one) => one.restriction_type),
    notice.disconnection_info?.reason,
    notice.partner_client_certification_info?.status,
    notice.current_limit,
    notice.max_daily_conversation_per_phone,
    notice.requested_verified_name,
    notice.rejection_reason,
    notice.alert_description ?? notice.alert_info?.alert_description,
  ].filter((one) => one !== undefined && one !== "" && one !== "NONE") as string[];
}

/** How grave each field's news are, by its code. */
const levels: Record<string, (code: string, notice: Notice) => Level> = {
  account_update: (code, { ban_info: ban }) => {
    if (code === "DISABLED_UPDATE") return ban?.waba_ban_state === "REINSTATE" ? "info" : "error";
    if (gone.has(code)) return "error";
    return code === "ACCOUNT_VIOLATION" ? "warning" : "info";
  },
  account_alerts: (_code, { alert_severity: severity, alert_info: info }) =>
    gravity.get(severity ?? info?.alert_severity ?? "") ?? "warning",
  account_review_update: (code) => (code === "REJECTED" ? "error" : "info"),
  business_capability_update: () => "info",
  business_status_update: (code) => (/compromised/i.test(code) ? "error" : "info"),
  phone_number_quality_update: (code) =>
    ["DOWNGRADE", "FLAGGED"].includes(code) ? "warning" : "info",
  phone_number_name_update: (code) =>
    ["REJECTED", "DECLINED"].includes(code) ? "warning" : "info",
  security: () => "warning",
};

const gone = new Set([
  "ACCOUNT_DELETED",
  "ACCOUNT_RESTRICTION",
  "ACCOUNT_OFFBOARDED",
  "PARTNER_REMOVED",
  "PARTNER_APP_UNINSTALLED",
]);

const gravity = new Map<string, Level>([
  ["CRITICAL", "error"],
  ["WARNING", "warning"],
  ["INFORMATIONAL", "info"],
]);
