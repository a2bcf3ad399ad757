import { languageIn, languages } from "@hilo/schema/languages";
import { apiBase, fill, webhookPaths } from "@hilo/schema/routes/path";
import { visitorRoutes } from "@hilo/schema/routes/visitors";

/** Which chat this is: the frame's address says so. */
export type Place = { workspace: string; channel: string; siteKey: string };

const query = new URLSearchParams(location.search);
const of = (name: string) => query.get(name) ?? "";

export const place: Place = {
  workspace: of("workspace"),
  channel: of("channel"),
  siteKey: of("siteKey"),
};

export const firstLanguage = languageIn(of("language")) ?? languages[0];

/** The addresses of this chat on the server that served it. */
const named = { provider: "webchat", workspaceId: place.workspace, channelId: place.channel };
const called = ({ path }: { path: string }) => apiBase + fill(path, named);
export const paths = {
  sessions: called(visitorRoutes.openSession),
  files: called(visitorRoutes.uploadVisitorFile),
  links: called(visitorRoutes.linkVisitorFiles),
  address: called(visitorRoutes.leaveAddress),
  posts: fill(webhookPaths.channel, named),
};
