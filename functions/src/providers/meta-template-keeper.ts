import * as z from "zod";
import {
  type Account,
  type KeptTemplate,
  type OutboundFile,
  ProviderError,
  type TemplateKeeper,
} from "./adapter.ts";
import { errorIn, failureIn } from "./meta-failure.ts";
import { headerWith, MetaTemplate, templateFrom } from "./meta-kept-template.ts";
import { templateRequest } from "./meta-new-template.ts";
import type { TemplateOwner } from "./meta-template.ts";
import { callProvider, type ProviderAnswer } from "./provider-call.ts";
import { stateNamed } from "./template-states.ts";

/** Where templates are kept that follow Meta's rules, and how a provider reaches them. */
export type TemplatePlace<Credentials> = {
  owner: TemplateOwner;
  /** The WhatsApp Business account or the page; undefined when the channel's settings do not name it. */
  accountOf(account: Account): string | undefined;
  request(
    accountId: string,
    account: Account,
    credentials: Credentials,
    query: Record<string, string>,
  ): { url: string; headers: Record<string, string> };
  /** Hands over the example of a header that is a file; tells the handle that stands for it. */
  upload?(file: OutboundFile, account: Account, credentials: Credentials): Promise<string>;
  /** What an answer that is no success means, where it may be another than Meta's. */
  failure?(answer: ProviderAnswer): ProviderError;
};

/** The most pages listed: a safeguard against pages without end. */
const mostPages = 100;

const withoutAccount =
  "The channel has no WhatsApp account ID, to which its templates belong. An administrator enters it under Channels.";

const common = "id,name,language,status,category,components,rejected_reason";

/** What is asked of a template: Meta refuses a field that it does not have. */
const fields: Record<TemplateOwner, string> = {
  whatsapp: `${common},quality_score,parameter_format`,
  page: common,
};

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
 * The templates of a WhatsApp Business account or of a page.
 * @see https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/
 * @see https://developers.facebook.com/docs/graph-api/reference/page/message_templates/
 */
export function templateKeeper<Credentials>(
  place: TemplatePlace<Credentials>,
): TemplateKeeper<Credentials> {
  return {
    async list(account, credentials) {
      const kept: KeptTemplate[] = [];
      let after: string | undefined = "";
      for (let page = 0; after !== undefined && page < mostPages; page++) {
        const asked = { fields: fields[place.owner], limit: "100" };
        const query: Record<string, string> = after ? { ...asked, after } : asked;
        const answer = await call(place, account, credentials, { query });
        const { data, paging } = shaped(Page, answer);
        kept.push(...data.flatMap((one) => readable(one, place.owner)));
        after = paging?.next ? paging.cursors?.after : undefined;
      }
      return kept;
    },
    async create(account, template, credentials) {
      const { file, ...written } = template;
      const handle =
        file && (await uploaded(file, () => place.upload?.(file, account, credentials)));
      const json = templateRequest(written, place.owner, handle);
      const answer = await call(place, account, credentials, { query: {}, json });
      const { id, status } = shaped(Created, answer);
      const taken = { externalId: id, status: stateNamed(status) ?? ("pending" as const) };
      const type = written.header?.type;
      if (!type || type === "text") return taken;
      return { ...taken, header: headerWith(type, place.owner) };
    },
  };
}

/** Until the file is there nothing was submitted, however its upload ended. */
async function uploaded(
  { name }: OutboundFile,
  upload: () => Promise<string> | undefined,
): Promise<string> {
  try {
    const handle = await upload();
    if (handle !== undefined) return handle;
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== "unknown") throw error;
    throw new ProviderError("unreachable", error.code, error.message, { cause: error });
  }
  throw new ProviderError("refused", "noUpload", `${name} cannot be handed to this provider`);
}

function readable(template: unknown, owner: TemplateOwner): KeptTemplate[] {
  const parsed = MetaTemplate.safeParse(template);
  return parsed.success ? [templateFrom(parsed.data, owner)] : [];
}

function shaped<S extends z.ZodType>(schema: S, { body }: ProviderAnswer): z.output<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ProviderError("unknown", "noAnswer", "The answer is not what Meta describes", {
    cause: parsed.error,
  });
}

async function call<Credentials>(
  place: TemplatePlace<Credentials>,
  account: Account,
  credentials: Credentials,
  { query, json }: { query: Record<string, string>; json?: unknown },
): Promise<ProviderAnswer> {
  const accountId = place.accountOf(account);
  if (!accountId) throw new ProviderError("refused", "lacks_accountId", withoutAccount);
  const request = place.request(accountId, account, credentials, query);
  const answer = await callProvider({ ...request, ...(json === undefined ? {} : { json }) });
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw inWords(place.failure?.(answer) ?? failureIn(answer), answer);
}

/** Of a template Meta says in a field of its own what to mend. */
function inWords(failure: ProviderError, answer: ProviderAnswer): ProviderError {
  const told: unknown = errorIn(answer)?.error_user_msg;
  if (typeof told !== "string" || told === "" || failure.kind !== "refused") return failure;
  return new ProviderError(failure.kind, failure.code, told.slice(0, 500));
}
