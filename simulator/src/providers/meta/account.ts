/** The seed's app and accounts, which WhatsApp, Messenger and Instagram share. */
export const account = {
  appId: "1517776481860111",
  appSecret: "test_meta_app_secret",
  verifyToken: "test_meta_verify_token",
  accessToken: "test_meta_access_token",
  /** The WhatsApp business account. */
  wabaId: "102290129340398",
} as const;

/** The app by which a business answers inside Facebook itself. */
export const pageInboxId = "26390203743090";
