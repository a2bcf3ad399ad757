import type { Texts } from "./es.ts";

/** The same in English. */
export const en: Texts = {
  passwordChanged: {
    subject: "Your Hilo password was changed",
    text: ({ name, when, where, url }) => `Hello ${name},

The password with which you sign in to ${where} was changed on ${when}. Sessions begun before have ended.

If it was you, there is nothing to do.

If it was not you, go to ${url}, choose “Forgot your password?” to set another one, and tell an administrator of ${where}: they can end your sessions and disable your account.`,
  },
  mailboxChanged: {
    subject: "The e-mail with which you sign in to Hilo was changed",
    text: ({ name, when, where }) => `Hello ${name},

Since ${when}, another e-mail address signs in to ${where} in the place of this one. Sessions begun before have ended.

If it was you, there is nothing to do.

If it was not you, tell an administrator of ${where} now: they can disable your account and invite this address again.`,
  },
  unseen: {
    subject: (title) => `Answer from ${title}`,
    why: (title, stopUrl) =>
      `You get this mail because somebody left this address in the chat of ${title} and did not see the answer there. Reply to this mail to go on with the conversation. If that was not you, or you want no more mails: ${stopUrl}`,
    file: (name) => `(A file in the chat: ${name})`,
  },
  stop: {
    title: "E-mails of the chat",
    asked: (address) => `Stop sending answers that were not seen in the chat to ${address}?`,
    stopped: (address) => `Done: ${address} gets no more e-mails of the chat.`,
    resumed: (address) => `Done: ${address} gets the answers that are not seen in the chat again.`,
    unknown: "This link is not complete. Copy all of it from the e-mail.",
    stop: "No more of them",
    again: "Send them again",
  },
  passedOn: {
    title: "Forwarded message",
    from: "From",
    date: "Date",
    subject: "Subject",
    to: "To",
    cc: "Cc",
    prefix: "Fwd:",
  },
  funnels: {
    sales: {
      name: "Sales",
      stages: {
        initial: "Initial chat",
        negotiation: "Negotiation",
        debate: "Debate",
        closing: "Closing",
      },
    },
    support: {
      name: "Support",
      stages: {
        firstContact: "First contact",
        inProcess: "In process",
        closing: "Closing",
      },
    },
  },
  lostReasons: {
    price: "Price",
    competitor: "Chose somebody else",
    noNeed: "No need any more",
    noAnswer: "Did not answer",
    other: "Another reason",
  },
};
