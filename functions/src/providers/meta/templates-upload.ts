import * as z from "zod";
import { type Account, type OutboundFile, ProviderError } from "../adapter.ts";
import { failureIn } from "../meta-failure.ts";
import { callProvider, type ProviderAnswer } from "../provider-call.ts";
import { graph, graphUrl } from "./graph.ts";
import type { MetaCredentials } from "./wire.ts";

/** A large file may take longer than other calls, in milliseconds. */
const timeoutMs = 40_000;

const withoutApp =
  "The channel has no app ID, without which Meta takes no file. An administrator enters it under Channels.";

const Session = z.looseObject({ id: z.string().regex(/^upload:/) });
const Uploaded = z.looseObject({ h: z.string().min(1) });

/**
 * Uploads the example of a template's header to the app; the handle holds for some hours.
 * @see https://developers.facebook.com/docs/graph-api/guides/upload
 */
export async function uploadExample(
  { name, type, size, read }: OutboundFile,
  account: Account,
  credentials: MetaCredentials,
): Promise<string> {
  const { appId } = account.settings;
  if (!appId) throw new ProviderError("refused", "lacks_appId", withoutApp);
  const about = { file_name: name, file_length: String(size), file_type: type };
  const begun = graphUrl(`${encodeURIComponent(appId)}/uploads`, account, credentials, about);
  const { id } = shaped(Session, await graph(begun, credentials, {}));
  const answer = await callProvider({
    url: graphUrl(id, account, credentials),
    headers: { authorization: `OAuth ${credentials.accessToken}`, file_offset: "0" },
    bytes: { type, data: await read() },
    timeoutMs,
  });
  if (answer.status < 200 || answer.status >= 300) throw failureIn(answer);
  return shaped(Uploaded, answer).h;
}

/** Nothing was submitted yet, so that another answer than Meta describes is a refusal. */
function shaped<S extends z.ZodType>(schema: S, { body }: ProviderAnswer): z.output<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ProviderError("refused", "noHandle", "Meta did not take the header's file", {
    cause: parsed.error,
  });
}
