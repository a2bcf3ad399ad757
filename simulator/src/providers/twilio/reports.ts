import type { Step } from "../../phones/course.ts";
import type { World } from "../../phones/world.ts";
import type { FullBehaviour } from "../../wire/behaviour.ts";
import { call, type Webhook } from "../../wire/webhook.ts";
import { account, apiVersion } from "./account.ts";
import { takeApart } from "./address.ts";
import { failures, finalStatus } from "./failures.ts";
import type { TwilioMessage } from "./message.ts";
import { type Form, signed } from "./sign.ts";

export type ReportStatus = "queued" | "sent" | "delivered" | "read" | "undelivered" | "failed";

/** What happens to a message: every state it goes through, and the failure it ends in, if any. */
export function course(
  message: Pick<TwilioMessage, "to" | "byService">,
  code: number | null,
  behaviour: FullBehaviour,
): Step<ReportStatus>[] {
  const { platform } = takeApart(message.to);
  const statuses: ReportStatus[] = message.byService ? ["queued"] : [];
  if (code === null) statuses.push("sent", "delivered");
  else
    statuses.push(
      ...(platform === "sms" && code >= 30003 ? (["sent"] as const) : []),
      finalStatus(code),
    );
  const steps = statuses.map((status, index) => ({ status, after: behaviour.pace * (index + 1) }));
  const reads = code === null && platform === "whatsapp" && behaviour.read === "automatic";
  const end = steps.at(-1)?.after ?? 0;
  return reads ? [...steps, { status: "read", after: end + behaviour.readAfter }] : steps;
}

const made = new WeakMap<TwilioMessage, Map<ReportStatus, Webhook>>();

/** Posts one report to the address given with the send; twice over it is the same call, to the letter. */
export async function report(
  world: World,
  message: TwilioMessage,
  status: ReportStatus,
  code: number | null,
): Promise<void> {
  if (message.callback === undefined) return;
  const calls = made.get(message) ?? new Map<ReportStatus, Webhook>();
  made.set(message, calls);
  const form = formOf(message, status, code);
  const webhook = calls.get(status) ?? signed(message.callback, form, `${status} · ${message.sid}`);
  calls.set(status, webhook);
  await call(world, webhook);
}

function formOf(message: TwilioMessage, status: ReportStatus, code: number | null): Form {
  const failed = status === "failed" || status === "undelivered";
  return {
    ApiVersion: apiVersion,
    AccountSid: account.sid,
    From: message.from,
    To: message.to,
    MessageSid: message.sid,
    MessageStatus: status,
    SmsSid: message.sid,
    SmsStatus: status,
    ...(message.byService && { MessagingServiceSid: account.serviceSid }),
    ...(failed && code !== null && { ErrorCode: String(code) }),
    ...(takeApart(message.to).platform === "whatsapp"
      ? channelFields(message, status, code)
      : carrierFields(status)),
  };
}

function channelFields(message: TwilioMessage, status: ReportStatus, code: number | null): Form {
  const failure = code === null ? undefined : failures[code];
  const { address } = takeApart(message.to);
  return {
    ChannelInstallSid: account.channelInstallSid,
    ChannelPrefix: "whatsapp",
    ChannelToAddress: `${address.slice(0, -5)}XXXXX`,
    ...(message.userId !== undefined && { ExternalUserId: message.userId }),
    ...(status === "sent" && { StructuredMessage: "false" }),
    ...(status !== "sent" && status !== "queued" && { EventType: status.toUpperCase() }),
    ...(failure && status === "undelivered" && { ChannelStatusMessage: failure.message }),
  };
}

/** RawDlrDoneDate is YYMMDDhhmm. */
function carrierFields(status: ReportStatus): Form {
  const digits = new Date().toISOString().replace(/\D/g, "");
  return status === "delivered" ? { RawDlrDoneDate: digits.slice(2, 12) } : {};
}
