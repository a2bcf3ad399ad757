import { apiBase } from "../api-base.ts";

/** Twilio's API; at the simulator it is what stands at the root. */
export const api = apiBase({
  variable: "TWILIO_API_BASE",
  official: "https://api.twilio.com",
  simulated: "",
});

/** Templates have a host of their own. */
export const contentApi = apiBase({
  variable: "TWILIO_CONTENT_API_BASE",
  official: "https://content.twilio.com",
  simulated: "/twilio-content",
});

/** So have senders of WhatsApp, unless another address stands in for the API. */
export function messagingUrl(): string {
  return api.url() === api.official ? "https://messaging.twilio.com" : api.url();
}
