import type { MediaRequest } from "../adapter.ts";
import { api } from "./base.ts";
import { authorizationOf } from "./oauth.ts";
import type { XCredentials } from "./wire.ts";

/** Pictures of direct messages lie on hosts that want the account's signature; videos on open ones. */
const closed = ["ton.twitter.com", "ton.x.com"];

/** How to fetch the picture or video of a message. */
export function media(source: string, credentials: XCredentials): MediaRequest {
  const { hostname, origin } = URL.canParse(source)
    ? new URL(source)
    : { hostname: "", origin: "" };
  const known = closed.includes(hostname) || origin === new URL(api.url()).origin;
  const headers: Record<string, string> = known
    ? { authorization: authorizationOf({ method: "GET", url: source }, credentials) }
    : {};
  return { url: source, headers, hosts: [...closed, ".twimg.com"] };
}
