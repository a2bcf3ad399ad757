import * as z from "zod";
import { type Account, ChannelError, type KeptTemplate, type TemplateKeeper } from "./channel.ts";
import { errorIn, failureIn } from "./meta-failure.ts";
import { MetaTemplate, templateFrom } from "./meta-kept-template.ts";
import { templateRequest } from "./meta-new-template.ts";
import { callProvider, type ProviderAnswer } from "./provider-call.ts";
import { stateNamed } from "./template-states.ts";

/** How a provider reaches the templates of a WhatsApp Business account. */
export type TemplatePlace<Credentials> = {
  request(
    accountId: string,
    account: Account,
    credentials: Credentials,
    query: Record<string, string>,
  ): { url: string; headers: Record<string, string> };
  /** What an answer that is no success means, where it may be another than Meta's. */
  failure?(answer: ProviderAnswer): ChannelError;
};

/** The most pages listed: a safeguard against pages without end. */
const mostPages = 100;

const fields =
  "id,name,language,status,category,components,rejected_reason,quality_score,parameter_format";

const Page = z.looseObject({
  data: z.array(z.unknown()),
  paging: z
    .looseObject({
      cursors: z.looseObject({ after: z.string().optional() }).optional(),
      next: z.string().optional(),
    })
    .optional(),
});

const Created = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  status: z.string().optional(),
});

/**
 * The templates of a WhatsApp Business account; the channel's setting `accountId` names it.
 * @see https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/
 */
export function templateKeeper<Credentials>(
  place: TemplatePlace<Credentials>,
): TemplateKeeper<Credentials> {
  return {
    async list(account, credentials) {
      const kept: KeptTemplate[] = [];
      let after: string | undefined = "";
      for (let page = 0; after !== undefined && page < mostPages; page++) {
        const query: Record<string, string> = { fields, limit: "100", ...(after ? { after } : {}) };
        const answer = await call(place, account, credentials, { query });
        const { data, paging } = shaped(Page, answer);
        kept.push(...data.flatMap(readable));
        after = paging?.next ? paging.cursors?.after : undefined;
      }
      return kept;
    },
    async create(account, template, credentials) {
      const json = templateRequest(template);
      const answer = await call(place, account, credentials, { query: {}, json });
      const { id, status } = shaped(Created, answer);
      return { externalId: id, status: stateNamed(status) ?? "pending" };
    },
  };
}

function readable(template: unknown): KeptTemplate[] {
  const parsed = MetaTemplate.safeParse(template);
  return parsed.success ? [templateFrom(parsed.data)] : [];
}

function shaped<S extends z.ZodType>(schema: S, { body }: ProviderAnswer): z.output<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ChannelError("unknown", "noAnswer", "The answer is not what Meta describes", {
    cause: parsed.error,
  });
}

async function call<Credentials>(
  place: TemplatePlace<Credentials>,
  account: Account,
  credentials: Credentials,
  { query, json }: { query: Record<string, string>; json?: unknown },
): Promise<ProviderAnswer> {
  const { accountId } = account.settings;
  if (!accountId)
    throw new ChannelError("refused", "noAccountId", "The channel has no WhatsApp account ID");
  const request = place.request(accountId, account, credentials, query);
  const answer = await callProvider({ ...request, ...(json === undefined ? {} : { json }) });
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw inWords(place.failure?.(answer) ?? failureIn(answer), answer);
}

/** Of a template Meta says in a field of its own what to mend. */
function inWords(failure: ChannelError, answer: ProviderAnswer): ChannelError {
  const told: unknown = errorIn(answer)?.error_user_msg;
  if (typeof told !== "string" || told === "" || failure.kind !== "refused") return failure;
  return new ChannelError(failure.kind, failure.code, told.slice(0, 500));
}
