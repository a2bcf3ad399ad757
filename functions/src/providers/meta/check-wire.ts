import * as z from "zod";
import { soft } from "../meta-wire.ts";

const text = soft(z.string());

/** A phone number of WhatsApp as the Graph API describes it. */
export const PhoneNumber = z.looseObject({
  display_phone_number: text,
  verified_name: text,
  quality_rating: text,
  code_verification_status: text,
  status: text,
});

/** A page or an Instagram account. */
export const PageAccount = z.looseObject({ name: text, username: text });

/** What Meta knows of an access token; `expires_at` in seconds since the epoch. */
export const Token = z.looseObject({
  data: z.looseObject({
    app_id: soft(z.union([z.string(), z.number()]).transform(String)),
    is_valid: soft(z.boolean()),
    expires_at: soft(z.number()),
    scopes: soft(z.array(z.string())),
    error: soft(z.looseObject({ message: text })),
  }),
});

/** The apps that hear of what happens at an account. */
export const Subscriptions = z.looseObject({
  data: z.array(z.looseObject({ subscribed_fields: soft(z.array(z.string())) })),
});
