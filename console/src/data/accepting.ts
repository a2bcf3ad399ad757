import type { ResponseOf } from "@hilo/schema";
import {
  getIdToken,
  isSignInWithEmailLink,
  signInWithEmailAndPassword,
  signInWithEmailLink,
  signOut,
} from "firebase/auth";
import { callAsGuest } from "./api.ts";
import { connect } from "./firebase.ts";
import { renew } from "./session.ts";

/** Who invites to a workspace, as what, and until when. */
export type Invitation = ResponseOf<"getInvitation">;

/** The mailbox of who is signed in on this device, also who works nowhere yet. */
export async function guestMailbox(): Promise<string | undefined> {
  const { auth } = await connect();
  await auth.authStateReady();
  return auth.currentUser?.email ?? undefined;
}

/** Whether an address is the link of a sign-in mail. */
export async function isSignInLink(address: string): Promise<boolean> {
  const { auth } = await connect();
  return isSignInWithEmailLink(auth, address);
}

/** Signs in by the link of a mail; throws Firebase's error, such as for a link that was used before. */
export async function signInByLink(email: string, address: string): Promise<void> {
  const { auth } = await connect();
  await signInWithEmailLink(auth, email.trim(), address);
}

/** Lets somebody else sign in on this device. */
export async function signGuestOut(): Promise<void> {
  const { auth } = await connect();
  await signOut(auth);
}

export async function invitationTo(workspaceId: string): Promise<Invitation> {
  return callAsGuest("getInvitation", { params: { workspaceId } }, await token());
}

/** Accepts an invitation, with a password for the next time where one is given, and comes in. */
export async function acceptInvitation(workspaceId: string, password: string): Promise<void> {
  if (password) await choosePassword(password);
  await callAsGuest("acceptInvitation", { params: { workspaceId } }, await token());
  await renew();
}

/** A new password ends the session in which it was set, so that another one is begun by it. */
async function choosePassword(password: string): Promise<void> {
  const email = await guestMailbox();
  await callAsGuest("setPassword", { body: { password } }, await token());
  const { auth } = await connect();
  await signInWithEmailAndPassword(auth, email ?? "", password);
}

/** The token of who is signed in. */
async function token(): Promise<string> {
  const { auth } = await connect();
  return auth.currentUser ? getIdToken(auth.currentUser) : "";
}
