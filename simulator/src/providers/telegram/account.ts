/** The seed's bot, and the secret that it gave with setWebhook. */
export const account = {
  id: 123456789,
  token: "123456789:test_telegram_token",
  secretToken: "test_telegram_secret",
  name: "Andes Gestión",
  username: "andes_gestion_bot",
} as const;

/** The bot as Telegram describes it to others. */
export const bot = {
  id: account.id,
  is_bot: true,
  first_name: account.name,
  username: account.username,
} as const;
