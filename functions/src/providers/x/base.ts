import { apiBase } from "../api-base.ts";

/** X's API. */
export const api = apiBase({
  variable: "X_API_BASE",
  official: "https://api.x.com",
  simulated: "/x",
});
