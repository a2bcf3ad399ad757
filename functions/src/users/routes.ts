import type { accountEndpoints } from "@hilo/schema";
import type { Handlers } from "../platform/handlers.ts";
import { acceptInvitation, invitationFor, setPassword } from "./accept.ts";
import { addApiKey, listApiKeys, removeApiKey } from "./api-keys.ts";
import { sayHere } from "./attendance.ts";
import { inviteAgain, inviteMember, withdrawInvitation } from "./invite.ts";
import { changeMember, endSessions, listMembers } from "./members.ts";
import { changeToAsk } from "./sign-ins.ts";
import { changeSignatures } from "./signatures.ts";

export const handlers = {
  inviteMember: ({ actor, body }) => inviteMember(actor, body),
  listMembers: ({ actor }) => listMembers(actor.workspaceId),
  inviteAgain: ({ actor, params }) => inviteAgain(actor, params.uid),
  withdrawInvitation: ({ actor, params }) => withdrawInvitation(actor, params.uid),
  getInvitation: ({ guest, params }) => invitationFor(guest, params.workspaceId),
  acceptInvitation: ({ guest, params }) => acceptInvitation(guest, params.workspaceId),
  setPassword: ({ guest, body }) => setPassword(guest, body.password),
  changeMember: ({ actor, params, body }) => changeMember(actor, params.uid, body),
  changeSignatures: ({ actor, body }) => changeSignatures(actor, body),
  sayHere: ({ actor, body }) => sayHere(actor, body),
  getSignIn: ({ actor }) => changeToAsk(actor.id),
  endSessions: ({ actor, params }) => endSessions(actor, params.uid),
  addApiKey: ({ actor, body }) => addApiKey(actor, body),
  listApiKeys: ({ actor }) => listApiKeys(actor.workspaceId),
  removeApiKey: ({ actor, params }) => removeApiKey(actor, params.apiKeyId),
} satisfies Handlers<typeof accountEndpoints>;
