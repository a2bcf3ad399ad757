import { type Configuration, configuration } from "@hilo/bricks/configuration";
import { keep, recall } from "./memory.ts";

type Tokens = { idToken: string; refreshToken: string; uid: string; until: number };
type Listener = (token: string | null) => void;

const listeners = new Set<Listener>();
let tokens: Promise<Tokens> | undefined;
let current: Tokens | undefined;

/**
 * The anonymous account of this browser, over Firebase Authentication's own REST interface: its library would take
 * a quarter of what the chat may weigh. https://firebase.google.com/docs/reference/rest/auth
 */
export async function idToken(fresh = false): Promise<string> {
  const known = await tokens?.catch(() => undefined);
  if (!known || fresh || known.until < Date.now()) {
    tokens = alone(fetchTokens);
    current = await tokens;
    for (const listener of listeners) listener(current.idToken);
  }
  return (await tokens)?.idToken ?? "";
}

/** Leaves the account: its time is over, or it is gone. */
export function forget(): void {
  keep({ refreshToken: "" });
  tokens = undefined;
}

/** What Firestore asks of whoever signs people in. */
export const authentication = {
  getToken: async (fresh = false) => ({ accessToken: await idToken(fresh) }),
  getUid: () => current?.uid ?? null,
  addAuthTokenListener(listener: Listener): void {
    listeners.add(listener);
    queueMicrotask(() => listener(current?.idToken ?? null));
  },
  removeAuthTokenListener(listener: Listener): void {
    listeners.delete(listener);
  },
};

/** Two tabs that open at once are to share one account. */
function alone(work: () => Promise<Tokens>): Promise<Tokens> {
  return "locks" in navigator ? navigator.locks.request("hilo-chat-account", work) : work();
}

async function fetchTokens(): Promise<Tokens> {
  const { firebase, emulators } = await configuration();
  const { refreshToken } = recall();
  const found =
    (refreshToken && (await refresh(refreshToken, { firebase, emulators }))) ||
    (await signUp({ firebase, emulators }));
  keep({ refreshToken: found.refreshToken });
  return found;
}

async function signUp(where: Configuration): Promise<Tokens> {
  const answer = await ask(where, "identitytoolkit.googleapis.com/v1/accounts:signUp", {
    returnSecureToken: "true",
  });
  if (!answer.ok) throw new Error(`Signing in answered ${answer.status}`);
  const { idToken, refreshToken, localId, expiresIn } = await answer.json();
  return { idToken, refreshToken, uid: localId, until: end(expiresIn) };
}

/** Undefined when the account is gone; then there will be another. */
async function refresh(token: string, where: Configuration): Promise<Tokens | undefined> {
  const answer = await ask(where, "securetoken.googleapis.com/v1/token", {
    grant_type: "refresh_token",
    refresh_token: token,
  });
  if (answer.status === 400) return undefined;
  if (!answer.ok) throw new Error(`Signing in again answered ${answer.status}`);
  const { id_token, refresh_token, user_id, expires_in } = await answer.json();
  return { idToken: id_token, refreshToken: refresh_token, uid: user_id, until: end(expires_in) };
}

function ask(
  { firebase, emulators }: Configuration,
  path: string,
  body: Record<string, string>,
): Promise<Response> {
  const base = emulators ? `${emulators.auth}/` : "https://";
  const url = `${base}${path}?key=${encodeURIComponent(firebase.apiKey)}`;
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** A minute before the token's own end. */
function end(seconds: string): number {
  return Date.now() + (Number(seconds) - 60) * 1000;
}
