import type { Language } from "@hilo/schema";
import { accountsToken, projectId } from "./app.ts";
import { AppError } from "./errors.ts";
import { log } from "./log.ts";

const timeoutMs = 10_000;

type Letter = { email: string; continueUrl: string; language: Language };

/**
 * Has Firebase Authentication mail a link by which the owner of a mailbox signs in, and is then led to `continueUrl`;
 * nobody else gets to see it. Throws `tooMany` where the mails of a day are used up, `unavailable` where it fails.
 * @see https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts/sendOobCode
 */
export async function mailSignInLink({ email, continueUrl, language }: Letter): Promise<void> {
  const answer = await fetch(`${base()}/v1/projects/${projectId()}/accounts:sendOobCode`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${await accountsToken()}`,
      "content-type": "application/json",
      "x-firebase-locale": language,
      ...quota(),
    },
    body: JSON.stringify({
      requestType: "EMAIL_SIGNIN",
      email,
      continueUrl,
      canHandleCodeInApp: true,
    }),
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((cause: unknown) => {
    throw new AppError("unavailable", unsent, { cause });
  });
  if (!answer.ok) throw refusalOf(answer.status, await answer.text());
}

/** A person's calls are counted for a project, which has to be named; the functions' own account has one. */
function quota(): Record<string, string> {
  const { GOOGLE_CLOUD_QUOTA_PROJECT: project } = process.env;
  return project ? { "x-goog-user-project": project } : {};
}

const unsent = "The mail could not be sent. Send the invitation again in a moment.";

/** Codes: https://firebase.google.com/docs/auth/limits#email_sending_limits */
function refusalOf(status: number, told: string): AppError {
  const code = /"message":\s*"([A-Z_]+)/.exec(told)?.[1] ?? String(status);
  log.error("accounts.mail", { status, code });
  if (status === 429 || /QUOTA|LIMIT|TOO_MANY/.test(code))
    return new AppError(
      "tooMany",
      "Firebase sends no more of these mails today. Send it tomorrow.",
    );
  if (code === "OPERATION_NOT_ALLOWED")
    return new AppError("unavailable", "Sign-in by e-mail link is switched off in Firebase.");
  return new AppError("unavailable", unsent);
}

function base(): string {
  const emulator = process.env.FIREBASE_AUTH_EMULATOR_HOST;
  return emulator
    ? `http://${emulator}/identitytoolkit.googleapis.com`
    : "https://identitytoolkit.googleapis.com";
}
