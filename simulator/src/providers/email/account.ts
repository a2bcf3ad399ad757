import { channels } from "../../phones/demo-channels.ts";

/** What the seeded mailbox shares with the services that bring its mail. */
export const account = {
  sendgridPath: "test_sendgrid_path",
  mailgunKey: "test_mailgun_key",
  postmarkBasic: "postmark:test_postmark",
} as const;

/** The seeded mailbox. */
export const mailbox = (() => {
  const found = channels.find((one) => one.provider === "email");
  if (!found) throw new Error("No mailbox");
  return found;
})();
