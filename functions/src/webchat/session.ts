import { type OpenSession, VisitorClaim, type VisitorSession, visitorMs } from "@hilo/schema";
import { type Connection, connectionOf } from "../channels/connections.ts";
import { accounts, type DecodedIdToken } from "../platform/accounts.ts";
import { now } from "../platform/clock.ts";
import { hash, sameBytes } from "../platform/crypto.ts";
import { AppError } from "../platform/errors.ts";
import { mayCarry } from "../providers/webchat/origins.ts";
import { tokenMs, tokenOf } from "../providers/webchat/token.ts";
import { chatSettings } from "./chat-settings.ts";
import { personOf } from "./identity.ts";

/**
 * Lets a visitor in: into one conversation, by a claim of their anonymous account, and to write to it, by a token.
 * Throws `notFound` for a chat that is not there, `notAllowed` for a site or a person who may not.
 */
export async function openSession(
  connection: Connection,
  asked: OpenSession,
  decoded: DecodedIdToken,
): Promise<VisitorSession> {
  const { workspaceId, channelId, channel } = connection;
  if (!mayCarry(channel.settings.origins ?? "", asked.page))
    throw new AppError("notAllowed", "This site is not among those that may carry the chat.");
  demandVisitor(decoded);
  const person = await personOf(asked, decoded.uid, connection);
  const conversationId = hash(channelId, person.address);
  const claim: VisitorClaim = { workspace: workspaceId, conversation: conversationId };
  const expires = now() + tokenMs;
  return {
    token: tokenOf({ workspaceId, channelId, ...person, language: asked.language, expires }),
    expires,
    conversationId,
    refresh: await grant(decoded, claim),
    settings: await chatSettings(connection, asked.language),
  };
}

/** The chat of a site key; throws `notFound`, whichever of the three is wrong. */
export async function chatOf(
  workspaceId: string,
  channelId: string,
  siteKey: string,
): Promise<Connection> {
  const connection = await connectionOf(workspaceId, channelId);
  const isChat = connection?.channel.provider === "webchat" && connection.channel.enabled;
  if (!isChat || !sameBytes(siteKey, connection.channel.address))
    throw new AppError("notFound", "There is no such chat.");
  return connection;
}

/** Only an anonymous account: setting a claim replaces all others, and a member's would be lost. */
function demandVisitor({ firebase, auth_time: signedInAt }: DecodedIdToken): void {
  if (firebase.sign_in_provider !== "anonymous")
    throw new AppError("notAllowed", "Only an anonymous account can open a chat.");
  if (now() - signedInAt * 1000 > visitorMs)
    throw new AppError("sessionEnded", "The session has ended. Sign in again.");
}

/** Puts the conversation into the account's claims; whether a new ID token is needed to show it. */
async function grant(decoded: DecodedIdToken, claim: VisitorClaim): Promise<boolean> {
  const held = VisitorClaim.safeParse(decoded.visitor);
  const same = held.success && JSON.stringify(held.data) === JSON.stringify(claim);
  if (!same) await (await accounts()).setCustomUserClaims(decoded.uid, { visitor: claim });
  return !same;
}
