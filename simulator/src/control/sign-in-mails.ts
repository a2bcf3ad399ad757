import { Router } from "express";
import * as z from "zod";
import type { World } from "../phones/world.ts";

const Configuration = z.object({
  firebase: z.object({ projectId: z.string() }),
  emulators: z.object({ auth: z.string() }),
});

/** https://firebase.google.com/docs/reference/rest/auth#section-auth-emulator-oob */
const Codes = z.object({
  oobCodes: z
    .array(z.object({ email: z.string(), requestType: z.string(), oobLink: z.string() }))
    .default([]),
});

/** A mail that Firebase Authentication would have sent: whom to, why, and the link in it. */
export type SignInMail = { email: string; kind: string; link: string };

/** The mails of the sign-in emulator, which sends none: newest first. */
export function signInMails({ settings: { target } }: Pick<World, "settings">): Router {
  const router = Router();
  router.get("/sign-in-mails", async (_request, response) => {
    const { firebase, emulators } = Configuration.parse(await ask(`${target}/config.json`));
    const path = `/emulator/v1/projects/${firebase.projectId}/oobCodes`;
    const { oobCodes } = Codes.parse(await ask(`${emulators.auth}${path}`));
    const mails = oobCodes.map(
      ({ email, requestType, oobLink }): SignInMail => ({
        email,
        kind: requestType,
        link: oobLink,
      }),
    );
    response.json(mails.reverse());
  });
  return router;
}

async function ask(address: string): Promise<unknown> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}
