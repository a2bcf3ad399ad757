import { channels } from "../../phones/demo-channels.ts";

/** The seed's app and account. */
export const account = {
  appId: "29300201",
  consumerSecret: "test_x_consumer_secret",
  accessToken: "test_x_access_token",
  /** The app's own, by which its webhooks are looked at. */
  bearerToken: "test_x_bearer_token",
  name: "Andes Gestión",
  username: "andesgestion",
  /** X's own app in the browser, by which the account writes elsewhere. */
  webAppId: "3033300",
} as const;

export const channel = channels.find((one) => one.provider === "x") ?? channels[0];

let last = 0n;

/** A new id as X makes them: the time in milliseconds since November 2010, and a count. */
export function newId(): string {
  const next = BigInt(Date.now() - 1288834974657) << 22n;
  last = next > last ? next : last + 1n;
  return String(last);
}
