import type { MessageEvent, MessageKind, RemoteFile } from "@hilo/schema";
import { mediaKindOf } from "@hilo/schema";
import type { TwilioForm } from "./wire.ts";

type Content = Pick<MessageEvent, "kind" | "text" | "files" | "location" | "choice" | "referral">;

/** What a message says, whatever its kind; a kind Twilio adds later is shown as unsupported with its text. */
export function contentOf(form: TwilioForm): Content {
  const files = filesOf(form);
  const location = locationOf(form);
  const choice = choiceOf(form);
  const text = form.Body || choice?.title || flowText(form.FlowData);
  return {
    kind: kindOf(form, files, { text, location, choice }),
    text,
    files,
    ...(location ? { location } : {}),
    ...(choice ? { choice } : {}),
    ...referralOf(form),
  };
}

function kindOf(
  form: TwilioForm,
  files: RemoteFile[],
  found: { text: string; location: Content["location"]; choice: Content["choice"] },
): MessageKind {
  const first = files[0];
  if (first) return fileKind(form, first);
  if (found.location) return "location";
  if (found.choice || form.FlowData || form.InteractiveData) return "buttons";
  return found.text ? "text" : "unsupported";
}

function fileKind(form: TwilioForm, file: RemoteFile): MessageKind {
  if (/^text\/(x-)?vcard/.test(file.type)) return "contact";
  if (form.MessageType === "sticker" || (file.type === "image/webp" && form.WaId)) return "sticker";
  return mediaKindOf(file.type);
}

function filesOf(form: TwilioForm): RemoteFile[] {
  const count = Math.min(Number.parseInt(form.NumMedia ?? "0", 10) || 0, 10);
  return Array.from({ length: count }, (_, i) => fileOf(form, i)).filter((file) => file !== null);
}

function fileOf(form: TwilioForm, index: number): RemoteFile | null {
  const source = form[`MediaUrl${index}`];
  const type = form[`MediaContentType${index}`];
  if (typeof source !== "string" || source === "") return null;
  return { source, type: typeof type === "string" && type ? type : "application/octet-stream" };
}

function locationOf(form: TwilioForm): Content["location"] {
  const latitude = coordinate(form.Latitude, 90);
  const longitude = coordinate(form.Longitude, 180);
  if (latitude === null || longitude === null) return undefined;
  return {
    latitude,
    longitude,
    ...(form.Label ? { name: form.Label } : {}),
    ...(form.Address ? { address: form.Address } : {}),
  };
}

function coordinate(text: string | undefined, limit: number): number | null {
  const degrees = text ? Number(text) : Number.NaN;
  return Math.abs(degrees) <= limit ? degrees : null;
}

/** No page of Twilio's names the fields of a list pick, and handlers disagree: the first present one counts. */
function choiceOf(form: TwilioForm): Content["choice"] {
  const id = form.ButtonPayload || form.ListId || form.ListReplyId;
  const title = form.ButtonText || form.ListTitle || form.ListReplyTitle || form.Body;
  if (!id && !form.ButtonText) return undefined;
  return { id: id || (title ?? ""), title: title || (id ?? "") };
}

/** A flow's answers as lines "name: value"; its token is nobody's business. */
function flowText(data: string | undefined): string {
  const answers = parseObject(data);
  return Object.entries(answers)
    .filter(([name]) => name !== "flow_token")
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("\n");
}

function parseObject(json: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json ?? "{}");
    return value !== null && typeof value === "object" ? { ...value } : {};
  } catch {
    return {};
  }
}

function referralOf(form: TwilioForm): Pick<Content, "referral"> {
  const referral = {
    ...(form.ReferralHeadline ? { headline: form.ReferralHeadline } : {}),
    ...(form.ReferralBody ? { body: form.ReferralBody } : {}),
    ...(form.ReferralSourceUrl ? { url: form.ReferralSourceUrl } : {}),
    ...(form.ReferralSourceId ? { sourceId: form.ReferralSourceId } : {}),
    ...(form.ReferralSourceType ? { sourceType: form.ReferralSourceType } : {}),
  };
  return Object.keys(referral).length > 0 ? { referral } : {};
}
