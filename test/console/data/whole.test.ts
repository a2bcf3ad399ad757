import assert from "node:assert/strict";
import { Contact, Conversation, Lead, Message } from "@hilo/schema";
import {
  blankContact,
  blankConversation,
  blankLead,
  blankMessage,
} from "../../../console/src/data/whole.ts";

describe("a document that lacks everything", () => {
  const nouns = { Contact, Conversation, Lead, Message };
  const blanks = {
    Contact: blankContact,
    Conversation: { ...blankConversation, provider: "twilio" },
    Lead: blankLead,
    Message: blankMessage,
  };
  for (const [noun, schema] of Object.entries(nouns))
    it(`is a whole ${noun} to the screens`, () => {
      const found = schema.safeParse(blanks[noun as keyof typeof blanks]);
      assert.equal(found.success, true, JSON.stringify(found.error?.issues));
    });
});
