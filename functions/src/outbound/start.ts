import {
  Conversation,
  type MessageState,
  nobody,
  type OptOut,
  type Sender,
  type StartMessage,
  visibleName,
} from "@hilo/schema";
import type { Doer } from "../audit/audit.ts";
import { type Connection, connectionOf } from "../channels/connections.ts";
import { countryOf } from "../contacts/contacts.ts";
import { introduce, readdress, recognise } from "../contacts/identities.ts";
import { personIdOf } from "../contacts/names.ts";
import { contactOf } from "../contacts/store.ts";
import { refuseSuppressed } from "../contacts/suppressions.ts";
import { whoIs } from "../contacts/who-is-this.ts";
import { blankConversation } from "../conversations/arrival.ts";
import { currentIn } from "../conversations/current.ts";
import { waitingWish } from "../conversations/early-wishes.ts";
import { type Doing, filesSeenBy, keepsOwn, seenOnly } from "../conversations/seen.ts";
import { conversationsOf } from "../conversations/store.ts";
import { changesByWish, optOutBy } from "../conversations/wishes.ts";
import { tell } from "../events/tell.ts";
import { newId, now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import type { Transaction } from "../platform/firestore.ts";
import { ProviderError } from "../providers/adapter.ts";
import { adapterOf } from "../providers/index.ts";
import { type Counting, countingIn } from "../settings/settings.ts";
import { count } from "../stats/count.ts";
import { dispatch } from "./door.ts";
import { sentBy } from "./send.ts";
import type { Target } from "./send-request.ts";

/**
 * Sends to an address: in its conversation when there is one, else in a new one that begins with this message. Throws
 * `notFound` where there is one that whoever sends does not see.
 */
export async function start(
  doer: Doer & Doing,
  channelId: string,
  message: StartMessage,
): Promise<MessageState> {
  const connection = await connectionOf(doer.workspaceId, channelId);
  if (!connection) throw new AppError("notFound", "There is no such channel.");
  const sender = senderAt(connection, message.to);
  return dispatch({
    ...sentBy(doer),
    sees: filesSeenBy(doer),
    channelId,
    line: `${doer.workspaceId}/${channelId}/${sender.address}`,
    message,
    findTargetIn: (transaction) => targetOf(transaction, connection, sender, { ...message, doer }),
  });
}

/** On some platforms only the customer can begin. */
function refuseUnlessFirst({ channel }: Connection): void {
  if (adapterOf(channel.provider)?.capabilities[channel.platform]?.canStart) return;
  throw new AppError(
    "invalid",
    `On ${channel.name} the customer writes first: answer in their conversation, or use another channel.`,
    { details: [{ path: "to", message: "Nobody has written from there" }] },
  );
}

/** Who names a contact names one that there is. */
async function refuseUnknown(transaction: Transaction, workspaceId: string, contactId: string) {
  if (contactId === nobody) return;
  if ((await transaction.get(contactOf(workspaceId, contactId))).exists) return;
  throw new AppError("invalid", "There is no such contact.", {
    details: [{ path: "contactId", message: "Not a contact" }],
  });
}

async function targetOf(
  transaction: Transaction,
  connection: Connection,
  sender: Sender,
  {
    name,
    contactId: told = nobody,
    doer,
  }: Pick<StartMessage, "name" | "contactId"> & { doer: Doer & Doing },
): Promise<Target> {
  const { workspaceId, channelId } = connection;
  const { platform } = connection.channel;
  const hearing = { connection, at: now() };
  const known = await recognise(connection, sender, hearing.at);
  const conversationId = known?.conversationId ?? personIdOf(hearing, sender);
  const ref = conversationsOf(workspaceId).doc(conversationId);
  const existing = await currentIn(ref);
  if (existing) return { conversationId, ...seenOnly(doer, existing) };
  refuseUnlessFirst(connection);
  await refuseSuppressed(transaction, workspaceId, { platform, address: sender.address });
  await refuseUnknown(transaction, workspaceId, told);
  const wish = await waitingWish(transaction, workspaceId, conversationId);
  const person = { ...sender, name: visibleName(name) || sender.address };
  const theirs = told === nobody ? (known?.contactId ?? nobody) : told;
  const somebody = { workspaceId, channelId, platform, sender: person, contactId: theirs };
  const { contactId, name: theirName, write: meet } = await whoIs(transaction, somebody);
  const blank = { ...blankConversation(connection, sender.address), contactId };
  const contact = {
    name: visibleName(name) || theirName || sender.address,
    avatar: null,
    country: countryOf(sender),
  };
  const begun = {
    ...blank,
    contact,
    ...(wish ? changesByWish(wish) : {}),
    ...(keepsOwn(doer) ? { assigneeId: doer.id } : {}),
  };
  const counting = await countingIn(workspaceId);
  const conversation = Conversation.parse({
    ...begun,
    createdAt: new Date(now()),
    updatedAt: new Date(now()),
  });
  return {
    conversationId,
    conversation,
    still: { exists: true },
    also: async () => {
      await begin(transaction, connection, {
        conversationId,
        sender,
        begun,
        isKnown: Boolean(known),
        optOut: wish && optOutBy(wish, wish.lineId),
        counting,
      });
      await meet();
    },
  };
}

type Beginning = {
  conversationId: string;
  sender: Sender;
  begun: ReturnType<typeof blankConversation>;
  /** A change of number was told before anybody wrote: the names lead here already. */
  isKnown: boolean;
  counting: Counting;
  /** What they wished before. */
  optOut: OptOut | undefined;
};

async function begin(
  transaction: Transaction,
  connection: Connection,
  beginning: Beginning,
): Promise<void> {
  const { workspaceId } = connection;
  const { conversationId, sender, begun, isKnown, counting, optOut } = beginning;
  transaction.create(conversationsOf(workspaceId).doc(conversationId), begun);
  const { contactId } = begun;
  const wish = optOut ? { optOut } : {};
  const person = { connection, at: now(), sender, conversationId, contactId, ...wish };
  if (isKnown) readdress(transaction, person);
  else introduce(transaction, person);
  await tell(transaction, {
    workspaceId,
    type: "conversation.created",
    source: newId(),
    about: { conversationId },
    data: { channelId: connection.channelId },
  });
  count(transaction, { ...counting, conversationId, at: begun.begunAt }, { begun: true });
}

/** Whom an address names on the channel. */
function senderAt({ channel }: Connection, to: string): Sender {
  const text = to.trim();
  try {
    const known = adapterOf(channel.provider)?.addressOf?.(text, channel.platform);
    return known ?? { address: text };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    throw new AppError("invalid", error.message, {
      details: [{ path: "to", message: "Not an address on this channel" }],
    });
  }
}
