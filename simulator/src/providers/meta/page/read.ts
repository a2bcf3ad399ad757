import type { z } from "zod";
import type { Thread } from "../../../phones/thread.ts";
import { type GraphError, graphError, parameterError } from "../graph-error.ts";
import { PageSend } from "./wire.ts";

export type PagePlatform = "messenger" | "instagram";

const week = 7 * 24 * 60 * 60 * 1000;

/** Reads a send by the platform's rules; says what is wrong as the Graph API does. */
export function readPageSend(body: unknown, platform: PagePlatform): PageSend | GraphError {
  const parsed = PageSend.safeParse(body);
  if (!parsed.success) return wrong(parsed.error.issues[0]);
  const send = parsed.data;
  const { id, comment_id: comment, user_ref: ref } = send.recipient;
  if (!(id ?? comment ?? ref)) return parameterError("The parameter recipient is required");
  if (id !== undefined && !/^\d{5,20}$/.test(id))
    return graphError(platform, platform === "messenger" ? "100/2018001" : "100/2534014");
  return checkContent(send, platform) ?? checkTag(send, platform) ?? send;
}

function wrong(issue: z.core.$ZodIssue | undefined): GraphError {
  const [first = "message", ...rest] = (issue?.path ?? []).map(String);
  const name = `${first}${rest.map((part) => `[${part}]`).join("")}`;
  if (issue?.code === "too_big")
    return parameterError(`Length of param ${name} must be less than or equal to ${issue.maximum}`);
  if (issue?.code === "unrecognized_keys")
    return parameterError(`Invalid keys "${issue.keys.join(", ")}" were found in param "${name}".`);
  return parameterError(`Invalid parameter ${name}: ${issue?.message ?? "not valid"}`);
}

function checkContent(send: PageSend, platform: PagePlatform): GraphError | null {
  const { message, sender_action: action } = send;
  if (action && message) return parameterError("sender_action and message cannot go together");
  if (action) return checkAction(send);
  if (!message) return parameterError("The parameter message is required");
  const { text, attachment, template } = message;
  const parts = [text, attachment, template].filter((part) => part !== undefined);
  if (parts.length !== 1)
    return parameterError("Message needs text or attachment, and one of them");
  if (text !== undefined && isTooLong(text, platform))
    return parameterError(
      `Length of param message[text] must be less than or equal to ${platform === "messenger" ? 2000 : 1000}`,
    );
  if (attachment && attachment.type !== "template" && !hasSource(attachment.payload))
    return parameterError("Attachment payload needs url or attachment_id");
  return null;
}

/** Messenger counts characters, Instagram bytes. */
function isTooLong(text: string, platform: PagePlatform): boolean {
  return platform === "messenger" ? text.length > 2000 : Buffer.byteLength(text) > 1000;
}

function hasSource(payload: {
  url?: string | undefined;
  attachment_id?: string | undefined;
}): boolean {
  if (payload.url !== undefined) return /^https?:\/\//.test(payload.url);
  return payload.attachment_id !== undefined;
}

function checkAction({ sender_action: action, payload }: PageSend): GraphError | null {
  const reacts = action === "react" || action === "unreact";
  return reacts && !payload ? parameterError("The parameter payload is required") : null;
}

/** Of the tags only HUMAN_AGENT is left since 27 April 2026; utility templates are Messenger's alone. */
function checkTag({ messaging_type: type, tag, message }: PageSend, platform: PagePlatform) {
  if (type === "MESSAGE_TAG" && tag !== "HUMAN_AGENT" && tag !== "CUSTOMER_FEEDBACK")
    return graphError(platform, "100");
  if (type === "UTILITY" && (platform === "instagram" || !message?.template))
    return graphError(platform, "100");
  return null;
}

/** Whether the time for such a message is over: a day, or a week for a person's own answer. */
export function isTooLate({ messaging_type: type, tag }: PageSend, thread: Thread): boolean {
  if (type === "UTILITY") return false;
  const length = type === "MESSAGE_TAG" && tag === "HUMAN_AGENT" ? week : week / 7;
  return Date.now() - (thread.lastInboundAt ?? 0) > length;
}
