import { type Filter, queryOf } from "../../../data/filter.ts";
import { navigate } from "../../../ui/navigate.ts";

/** Shows the list under another filter, beside the conversation that is open. */
export function setFilter(filter: Filter): void {
  const here = location.pathname.startsWith("/inbox") ? location.pathname : "/inbox";
  navigate(`${here}${queryOf(filter)}`, { replace: true });
}
