import { place } from "./place.ts";

/** What somebody has said of themselves; `skipped`: they want no answers elsewhere. */
type Said = { name?: string; email?: string; skipped?: boolean };

/** What this browser keeps between visits: its account, and what the visitor is called. */
export type Kept = Said & { refreshToken?: string };

/** What a customer of the site said stands apart from what was said before anybody had signed in. */
type Stored = Kept & { customer?: Said & { id: string } };

const key = `hilo-chat:${place.workspace}/${place.channel}`;
let unsaved: Stored = {};
let whose = "";

/** Whom the site has signed in, if anybody: what another person said in this browser is not theirs. */
export function turnTo(customerId: string): void {
  whose = customerId;
}

export function recall(): Kept {
  const { customer, ...kept } = stored();
  if (whose === "") return kept;
  const { refreshToken } = kept;
  const own = customer?.id === whose ? customer : {};
  return { ...own, ...(refreshToken ? { refreshToken } : {}) };
}

export function keep({ refreshToken, ...said }: Kept): void {
  const before = stored();
  const account = refreshToken === undefined ? {} : { refreshToken };
  const known = before.customer?.id === whose ? before.customer : {};
  const customer = { ...known, ...said, id: whose };
  unsaved = whose === "" ? { ...before, ...account, ...said } : { ...before, ...account, customer };
  try {
    localStorage.setItem(key, JSON.stringify(unsaved));
  } catch {
    // Kept in memory above.
  }
}

/** Where storage is refused, the visit is remembered for as long as the page stands. */
function stored(): Stored {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}");
  } catch {
    return unsaved;
  }
}
