import { createHmac } from "node:crypto";

/** The seed's account, which every Twilio channel of the workspace `demo` uses. */
export const demoTwilio = {
  accountSid: "AC000000000000000000000000000000a1",
  authToken: "test_twilio_auth_token_0000000001",
  whatsappNumber: "whatsapp:+15550100001",
  smsNumber: "+15550100001",
} as const;

/**
 * The X-Twilio-Signature of a form: HMAC-SHA1 over the address and the sorted parameters.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function signTwilio(
  url: string,
  params: Readonly<Record<string, string>>,
  token: string = demoTwilio.authToken,
): string {
  const sorted = Object.keys(params).sort();
  const text = url + sorted.map((name) => `${name}${params[name]}`).join("");
  return createHmac("sha1", token).update(text, "utf8").digest("base64");
}

/** Posts a signed form as Twilio does; `signature` replaces the right one, `query` stands in the address. */
export async function postTwilio(
  baseUrl: string,
  channelId: string,
  params: Readonly<Record<string, string>>,
  options: { token?: string; signature?: string; workspaceId?: string; query?: string } = {},
): Promise<{ status: number; type: string; text: string }> {
  const { workspaceId = "demo", query = "" } = options;
  const url = `${baseUrl}/webhooks/twilio/${workspaceId}/${channelId}${query}`;
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=utf-8",
      "x-twilio-signature": options.signature ?? signTwilio(url, params, options.token),
    },
    body: new URLSearchParams(params).toString(),
  });
  const type = response.headers.get("content-type") ?? "";
  return { status: response.status, type, text: await response.text() };
}
