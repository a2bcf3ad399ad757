import type { Account, TemplateKeeper } from "../adapter.ts";
import { type TemplatePlace, templateKeeper } from "../meta-template-keeper.ts";
import { ownId } from "./accounts.ts";
import { graphUrl } from "./graph.ts";
import { uploadExample } from "./templates-upload.ts";
import type { MetaCredentials } from "./wire.ts";

const graph: Pick<TemplatePlace<MetaCredentials>, "request" | "upload"> = {
  request: (accountId, account, credentials, query) => ({
    url: graphUrl(
      `${encodeURIComponent(accountId)}/message_templates`,
      account,
      credentials,
      query,
    ),
    headers: { authorization: `Bearer ${credentials.accessToken}` },
  }),
  upload: uploadExample,
};

const ofAccount = templateKeeper<MetaCredentials>({
  ...graph,
  owner: "whatsapp",
  accountOf: ({ settings }) => settings.accountId,
});

const ofPage = templateKeeper<MetaCredentials>({ ...graph, owner: "page", accountOf: ownId });

/** The templates of a WhatsApp Business account and the utility templates of a page, at Meta itself. */
export const templates: TemplateKeeper<MetaCredentials> = {
  list: (account, credentials) => keeperAt(account).list(account, credentials),
  create: (account, template, credentials) =>
    keeperAt(account).create(account, template, credentials),
};

function keeperAt({ platform }: Account): TemplateKeeper<MetaCredentials> {
  return platform === "messenger" ? ofPage : ofAccount;
}
