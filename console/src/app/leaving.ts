import { signOut } from "../data/session.ts";
import { unsent } from "../data/unsent.ts";
import "../ui/dialog-parts.ts";
import "./leave-dialog.ts";

/**
 * Ends the session; asks before, when something has not been sent, which would be gone from this device. All it needs
 * comes with it: without network, which is when something waits, nothing more can be fetched.
 */
export function leave(): void {
  if (unsent() === 0) void signOut();
  else document.body.append(document.createElement("hilo-leave"));
}
