import { ApiProblem } from "../../data/api.ts";

/** What stands in the way of accepting an invitation; each has its sentence. */
export type AcceptTrouble =
  | "noEmail"
  | "short"
  | "noLink"
  | "usedLink"
  | "wrongMailbox"
  | "again"
  | "recent"
  | "invitedOther"
  | "disabled"
  | "ended"
  | "tooMany"
  | "expired"
  | "withdrawn"
  | "notFound"
  | "offline"
  | "trouble";

const byProblem: Partial<Record<ApiProblem["code"], AcceptTrouble>> = {
  unproved: "again",
  notFound: "notFound",
  gone: "expired",
  withdrawn: "withdrawn",
  notRecent: "recent",
  otherMailbox: "invitedOther",
  notAllowed: "disabled",
  notSignedIn: "ended",
  sessionEnded: "ended",
  tooMany: "tooMany",
  offline: "offline",
};

/** https://firebase.google.com/docs/reference/js/auth#autherrorcodes */
const byFirebase: Record<string, AcceptTrouble> = {
  "auth/invalid-action-code": "usedLink",
  "auth/expired-action-code": "usedLink",
  "auth/invalid-email": "wrongMailbox",
  "auth/user-disabled": "disabled",
  "auth/user-token-expired": "ended",
  "auth/too-many-requests": "tooMany",
  "auth/network-request-failed": "offline",
};

/** The trouble that an error of Firebase or of the API stands for. */
export function troubleOf(error: unknown): AcceptTrouble {
  if (error instanceof ApiProblem) return byProblem[error.code] ?? "trouble";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return byFirebase[code] ?? "trouble";
}
