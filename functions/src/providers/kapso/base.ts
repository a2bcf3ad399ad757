import { apiBase } from "../api-base.ts";

/** Kapso's API and its proxy of WhatsApp's. */
export const api = apiBase({
  variable: "KAPSO_API_BASE",
  official: "https://api.kapso.ai",
  simulated: "/kapso",
});
