import { templateKeeper } from "../meta-template-keeper.ts";
import { failureOf, proxyRequest } from "./proxy.ts";
import type { KapsoCredentials } from "./wire.ts";

/** The templates of the number's WhatsApp Business account, by Kapso's proxy. */
export const templates = templateKeeper<KapsoCredentials>({
  owner: "whatsapp",
  accountOf: ({ settings }) => settings.accountId,
  request: (accountId, { settings }, credentials, query) => {
    const path = `${encodeURIComponent(accountId)}/message_templates?${new URLSearchParams(query)}`;
    return proxyRequest(path, settings, credentials);
  },
  failure: failureOf,
});
