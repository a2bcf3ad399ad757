import { deepEqual } from "node:assert/strict";
import { Message } from "@hilo/schema";

/**
 * What may stand on a message. A visitor of the web chat reads the documents of the own thread whole, and rules cannot
 * leave a field out: what a customer must not learn (drafts, confidence and evidence of what was classified, what it
 * cost, names of rules and campaigns) stands in documents of its own.
 */
const mayStand = {
  said: [
    ...["direction", "kind", "text", "attachments", "location", "cards", "choice", "options"],
    ...["call", "mail", "album", "writer", "echo", "past", "referral", "forwarded", "event"],
    ...["template", "humanAgent", "replyTo", "reactions", "original", "editedAt", "deletedAt"],
    ...["author", "sender", "quiet", "consent", "mentions", "carries"],
  ],
  delivered: [
    ...["status", "statusRank", "statusAt", "told", "error", "externalId", "retriedAs", "mailedAs"],
    ...["failureAt", "attempts", "dueAt", "pump", "pumpAt"],
  ],
  placed: [
    ...["providerAt", "order", "createdAt", "movedFrom", "waitedSince", "uncounted"],
    // Of an answer from another app, of which a web chat has none.
    "tookTurn",
    // An id that says nothing.
    "leadId",
  ],
};

describe("a message", () => {
  it("has no field but those a visitor may read", () => {
    deepEqual(Object.keys(Message.shape).sort(), Object.values(mayStand).flat().sort());
  });
});
