import * as z from "zod";
import { type KeptTemplate, ProviderError, type TemplateKeeper } from "../adapter.ts";
import { callProvider, type ProviderAnswer, retryAfterOf } from "../provider-call.ts";
import { stateNamed } from "../template-states.ts";
import { contentApi } from "./base.ts";
import { explain } from "./errors.ts";
import { contentRequest, saysTheSame, type Written } from "./templates-new.ts";
import { ContentPage, TwilioContent, templateFrom } from "./templates-wire.ts";
import type { TwilioCredentials } from "./wire.ts";

/** The most contents listed: a safeguard against pages without end. */
const mostPages = 100;

/**
 * The templates of an account, kept by Twilio's Content API and approved by WhatsApp.
 * @see https://www.twilio.com/docs/content/content-api-resources
 */
export const templates: TemplateKeeper<TwilioCredentials> = {
  async list(_account, credentials) {
    const contents = await allContents(credentials);
    return contents.map(templateFrom).filter((one): one is KeptTemplate => one !== undefined);
  },
  async create(_account, template, credentials) {
    const sid = (await unsubmitted(template, credentials)) ?? (await add(template, credentials));
    const { name, category } = template;
    const path = `/v1/Content/${encodeURIComponent(sid)}/ApprovalRequests/whatsapp`;
    const answer = await call(credentials, path, { name, category });
    const { status } = shaped(z.looseObject({ status: z.string().catch("received") }), answer);
    return { externalId: sid, status: stateNamed(status) ?? "pending" };
  },
};

/** Content that an earlier submission has left behind, so that trying again makes no second one. */
async function unsubmitted(
  template: Written,
  credentials: TwilioCredentials,
): Promise<string | undefined> {
  const contents = await allContents(credentials);
  return contents.find(
    (one) => !stateNamed(one.approval_requests?.status) && saysTheSame(one, template),
  )?.sid;
}

async function add(template: Written, credentials: TwilioCredentials): Promise<string> {
  const answer = await call(credentials, "/v1/Content", contentRequest(template));
  return shaped(z.looseObject({ sid: z.string() }), answer).sid;
}

async function allContents(credentials: TwilioCredentials): Promise<TwilioContent[]> {
  const contents: TwilioContent[] = [];
  let path: string | undefined = "/v1/ContentAndApprovals?PageSize=100";
  for (let page = 0; path && page < mostPages; page++) {
    const { contents: some, meta } = shaped(ContentPage, await call(credentials, path));
    contents.push(...some.flatMap(readable));
    path = pathOf(meta.next_page_url);
  }
  return contents;
}

/** Throws ProviderError for an answer that is none of Twilio's. */
function shaped<S extends z.ZodType>(schema: S, answer: unknown): z.output<S> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new ProviderError("unknown", "noAnswer", "The answer is not what Twilio describes", {
    cause: parsed.error,
  });
}

function readable(content: unknown): TwilioContent[] {
  const parsed = TwilioContent.safeParse(content);
  return parsed.success ? [parsed.data] : [];
}

/** Where the next page is, under the configured base. */
function pathOf(url: string | null | undefined): string | undefined {
  if (!url) return undefined;
  const { pathname, search } = new URL(url);
  return pathname.slice(Math.max(0, pathname.indexOf("/v1/"))) + search;
}

async function call(
  { accountSid, authToken, apiKeySid, apiKeySecret }: TwilioCredentials,
  path: string,
  json?: unknown,
): Promise<unknown> {
  const user = apiKeySid ? `${apiKeySid}:${apiKeySecret ?? ""}` : `${accountSid}:${authToken}`;
  const answer = await callProvider({
    url: contentApi.url() + path,
    headers: { authorization: `Basic ${Buffer.from(user).toString("base64")}` },
    ...(json === undefined ? {} : { json }),
  });
  if (answer.status >= 200 && answer.status < 300) return answer.body;
  throw failureOf(answer);
}

const Refusal = z.looseObject({
  code: z.union([z.number(), z.string()]).optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

/** What Twilio says of its own accord tells more than our table of what its codes mean. */
function failureOf(answer: ProviderAnswer): ProviderError {
  const { code: told, message: said } = Refusal.catch({}).parse(answer.body ?? {});
  const code = String(told ?? answer.status);
  const message = said ?? explain(code).message;
  if (answer.status === 429) {
    const retryAfter = retryAfterOf(answer);
    return new ProviderError("rateLimited", code, message, retryAfter ? { retryAfter } : {});
  }
  return new ProviderError(answer.status >= 500 ? "unknown" : "refused", code, message);
}
