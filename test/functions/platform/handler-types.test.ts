import assert from "node:assert/strict";
import { endpoints } from "@hilo/schema";
import type { Handlers } from "../../../functions/src/platform/handlers.ts";

const { addNote, listChannels, setPassword, uploadFile } = endpoints;
const table = { addNote, listChannels };
const state = {
  conversationId: "c",
  messageId: "m",
  status: "sent" as const,
  statusAt: {},
  externalId: null,
  error: null,
};
const channels = { channels: [] };

/** The compiler refuses each of these: without its fault, the expected error would be one itself. */
const refused = {
  missing: {
    addNote: async () => state,
    // @ts-expect-error One handler is missing.
  } satisfies Handlers<typeof table>,
  tooMany: {
    addNote: async () => state,
    listChannels: async () => channels,
    // @ts-expect-error The table has no such endpoint.
    listSomethingElse: async () => channels,
  } satisfies Handlers<typeof table>,
  otherBody: {
    // @ts-expect-error A note has a text, and no count.
    addNote: async ({ body: { count } }) => ({ ...state, messageId: String(count) }),
    listChannels: async () => channels,
  } satisfies Handlers<typeof table>,
  otherParameter: {
    // @ts-expect-error The path names a conversation, and no channel.
    addNote: async ({ params: { channelId } }) => ({ ...state, conversationId: channelId }),
    listChannels: async () => channels,
  } satisfies Handlers<typeof table>,
  noBody: {
    addNote: async () => state,
    // @ts-expect-error A list is asked for without a body.
    listChannels: async ({ body }) => ({ channels: body.channels }),
  } satisfies Handlers<typeof table>,
  otherAnswer: {
    // @ts-expect-error The answer is the state of a message.
    addNote: async () => ({ done: true }),
    listChannels: async () => channels,
  } satisfies Handlers<typeof table>,
  memberOfAGuest: {
    // @ts-expect-error Who sets a password may work nowhere.
    setPassword: async ({ actor }) => ({ uid: actor.id }),
  } satisfies Handlers<{ setPassword: typeof setPassword }>,
  uploadAsJson: {
    // @ts-expect-error An upload has to say what tells one from another.
    uploadFile: async () => ({ id: "f", name: "f.pdf", type: "application/pdf", size: 1 }),
  } satisfies Handlers<{ uploadFile: typeof uploadFile }>,
};

describe("the handlers of a table", () => {
  it("are held to it by the compiler: one for each, taking and answering what it says", () => {
    const right = {
      addNote: async ({ actor, params, body }) => ({
        ...state,
        ...params,
        messageId: body.messageId,
        externalId: actor.id,
      }),
      listChannels: async () => channels,
    } satisfies Handlers<typeof table>;
    assert.deepEqual(Object.keys(right), Object.keys(table));
    assert.equal(Object.keys(refused).length, 8);
  });
});
