import { apiBase } from "../api-base.ts";

/** The Graph API. */
export const api = apiBase({
  variable: "META_GRAPH_BASE",
  official: "https://graph.facebook.com",
  simulated: "/meta",
});
