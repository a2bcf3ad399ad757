import { call } from "./api.ts";
import { FileLinks } from "./file-links.ts";

/** Signed links of the workspace's files. */
export const fileLinks = new FileLinks(
  (ids) => call("linkFiles", { query: { ids: ids.join(",") } }),
  () => Date.now(),
  (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
);
