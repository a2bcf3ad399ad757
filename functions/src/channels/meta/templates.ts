import { templateKeeper } from "../meta-template-keeper.ts";
import { graphUrl } from "./graph.ts";
import type { MetaCredentials } from "./wire.ts";

/** The templates of a WhatsApp Business account, at Meta itself. */
export const templates = templateKeeper<MetaCredentials>({
  request: (accountId, account, credentials, query) => ({
    url: graphUrl(`${accountId}/message_templates`, account, credentials, query),
    headers: { authorization: `Bearer ${credentials.accessToken}` },
  }),
});
