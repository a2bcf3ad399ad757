import { onNavigate } from "../ui/navigate.ts";
import { type Source, source } from "../ui/source.ts";
import { isPage, type PageName, pages } from "./pages.ts";

export type Route =
  | { page: "signIn"; next: string }
  | { page: PageName; id: string | null; query: string }
  | { page: "accept"; workspaceId: string }
  | { page: "unknown" };

/** Stands for this console where only the path matters. */
const base = "http://console.invalid";

/** What an address of the console shows; `next` is only ever an address of our own. */
export function routeOf(address: string): Route {
  const url = new URL(address, base);
  const [first = "", id = "", ...rest] = url.pathname.split("/").slice(1);
  const page = first || "inbox";
  if (rest.length > 0 || (first === "" && id)) return { page: "unknown" };
  if (!id && !isPage(page)) return atTheDoor(page, url);
  if (!isPage(page) || (id && !pages[page].opensOne)) return { page: "unknown" };
  return { page, id: decode(id) || null, query: url.search };
}

/** What is shown to whoever has not come in. */
function atTheDoor(page: string, { searchParams }: URL): Route {
  if (page === "sign-in") return { page: "signIn", next: ownAddress(searchParams.get("next")) };
  if (page === "accept") return { page, workspaceId: searchParams.get("workspace") ?? "" };
  return { page: "unknown" };
}

const state = source<Route>({ page: "unknown" });

/** Where we are. */
export const route: Source<Route> = state;

/** Starts following the address bar, our own links and `navigate`. */
export function followAddress(): void {
  const settle = () => state.set(routeOf(location.pathname + location.search));
  window.addEventListener("popstate", settle);
  document.addEventListener("click", follow);
  onNavigate((address, replace) => {
    if (replace) history.replaceState(null, "", address);
    else if (address !== location.pathname + location.search) history.pushState(null, "", address);
    settle();
  });
  settle();
}

/** Follows a plain click on a link of ours without leaving the page. */
function follow(event: MouseEvent): void {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || modified || event.button !== 0 || event.defaultPrevented) return;
  if (link.origin !== location.origin || link.target || link.hasAttribute("download")) return;
  if (routeOf(link.pathname).page === "unknown") return;
  event.preventDefault();
  history.pushState(null, "", link.pathname + link.search);
  state.set(routeOf(link.pathname + link.search));
}

function ownAddress(asked: string | null): string {
  const url = URL.parse(asked ?? "", base);
  if (!asked?.startsWith("/") || url?.origin !== base) return "/inbox";
  const address = url.pathname + url.search;
  return routeOf(address).page === "signIn" ? "/inbox" : address;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
