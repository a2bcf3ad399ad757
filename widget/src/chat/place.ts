/** Which chat this is: the frame's address says so. */
export type Place = { workspace: string; channel: string; siteKey: string };

const query = new URLSearchParams(location.search);
const of = (name: string) => query.get(name) ?? "";

export const place: Place = {
  workspace: of("workspace"),
  channel: of("channel"),
  siteKey: of("siteKey"),
};

export const firstLanguage = of("language") === "en" ? "en" : "es";

/** The addresses of this chat on the server that served it. */
const api = `/api/v1/webchat/${encodeURIComponent(place.workspace)}/${encodeURIComponent(place.channel)}`;
export const paths = {
  api,
  address: `${api}/address`,
  posts: `/webhooks/webchat/${encodeURIComponent(place.workspace)}/${encodeURIComponent(place.channel)}`,
};
