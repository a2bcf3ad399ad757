import { apiBase } from "../api-base.ts";

/** The Bot API. */
export const api = apiBase({
  variable: "TELEGRAM_API_BASE",
  official: "https://api.telegram.org",
  simulated: "/telegram",
});
