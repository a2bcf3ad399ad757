import { signOut } from "../data/session.ts";

const keeps = () => import("../data/keeps.ts");
const leaving = () => import("./leaving.ts");

/** Loads, after the first screen, what keeps what is not sent; once more when the network comes back, if it must. */
export async function keepUnsent(): Promise<void> {
  try {
    const { keepOnDevice } = await keeps();
    keepOnDevice();
    await leaving();
  } catch {
    window.addEventListener("online", () => void keepUnsent(), { once: true });
  }
}

/** Ends the session, not without asking about what is not sent. */
export async function leave(): Promise<void> {
  await leaving().then(
    (parts) => parts.leave(),
    () => signOut(),
  );
}
