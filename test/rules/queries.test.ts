import assert from "node:assert/strict";
import type { RulesTestEnvironment } from "@firebase/rules-unit-testing";
import { allows, clientOf, environment } from "./support/clients.ts";

type Firestore = ReturnType<typeof clientOf>;
type Row = { asks: string; query: (firestore: Firestore) => { get(): Promise<unknown> } };

const demo = "workspaces/demo";
const conversations = (firestore: Firestore) => firestore.collection(`${demo}/conversations`);

/** What the console asks; every member may. */
const rows: Row[] = [
  {
    asks: "my active conversations",
    query: (firestore) =>
      conversations(firestore)
        .where("status", "in", ["open", "waiting"])
        .where("assigneeId", "==", "ana")
        .orderBy("lastMessageAt", "desc")
        .limit(30),
  },
  {
    asks: "a colleague's conversations",
    query: (firestore) => conversations(firestore).where("assigneeId", "==", "eva").limit(30),
  },
  {
    asks: "whose reply window closes",
    query: (firestore) =>
      conversations(firestore)
        .where("status", "in", ["open", "waiting"])
        .where("replyUntil", ">", 1)
        .where("replyUntil", "<=", 2)
        .orderBy("replyUntil"),
  },
  {
    asks: "where I was mentioned",
    query: (firestore) =>
      conversations(firestore)
        .where("guests", "array-contains", "ana")
        .orderBy("mentionedAt", "desc")
        .limit(30),
  },
  {
    asks: "what mentions me and I have not seen",
    query: (firestore) =>
      conversations(firestore).where("mentioned", "array-contains", "ana").limit(100),
  },
  {
    asks: "the note that mentions me",
    query: (firestore) =>
      firestore
        .collection(`${demo}/conversations/c1/messages`)
        .where("mentions", "array-contains", "ana")
        .orderBy("providerAt", "desc")
        .limit(1),
  },
  {
    asks: "a person's conversations",
    query: (firestore) => conversations(firestore).where("contactId", "==", "p1").limit(20),
  },
  {
    asks: "the end of a thread",
    query: (firestore) =>
      firestore
        .collection(`${demo}/conversations/c1/messages`)
        .orderBy("providerAt", "desc")
        .limit(50),
  },
  {
    asks: "what I have begun that takes long",
    query: (firestore) =>
      firestore
        .collection(`${demo}/operations`)
        .where("by.id", "==", "ana")
        .orderBy("createdAt", "desc")
        .limit(20),
  },
  {
    asks: "who is there",
    query: (firestore) =>
      firestore.collection(`${demo}/presences`).where("conversationId", "in", ["c1", "c2"]),
  },
];

describe("firestore.rules: the console's queries", () => {
  let made: RulesTestEnvironment;
  before(async () => {
    made = await environment();
  });
  after(() => made.cleanup());

  for (const { asks, query } of rows) {
    it(`answers ${asks} to a member, and to nobody else`, async () => {
      const may = (who: Parameters<typeof clientOf>[1]) =>
        allows(() => query(clientOf(made, who)).get());
      assert.equal(await may("agent"), true);
      assert.equal(await may("admin of another workspace"), false);
      assert.equal(await may("not signed in"), false);
    });
  }
});
