import { type ProviderServer, providerServer } from "../provider-server.ts";

/** A Graph API of the tests' own. */
export function graphServer(): ProviderServer {
  return providerServer("META_GRAPH_BASE");
}
