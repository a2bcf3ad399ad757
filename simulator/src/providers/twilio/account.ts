/** The seed's account, which both Twilio channels use. */
export const account = {
  sid: "AC000000000000000000000000000000a1",
  authToken: "test_twilio_auth_token_0000000001",
  /** A messaging service, which sends by SMS. */
  serviceSid: "MG000000000000000000000000000000b2",
  number: "+15550100001",
  channelInstallSid: "XE00000000000000000000000000000001",
} as const;

/** Another account, which Twilio has suspended. */
export const suspended = {
  sid: "AC000000000000000000000000000000a2",
  authToken: "test_twilio_auth_token_0000000002",
} as const;

export const apiVersion = "2010-04-01";
