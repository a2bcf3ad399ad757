import { accountEndpoints as table } from "@hilo/schema";
import type { Router } from "express";
import { bind, bindGuest } from "../platform/http.ts";
import { acceptInvitation, invitationFor, setPassword } from "./accept.ts";
import { addApiKey, removeApiKey } from "./api-keys.ts";
import { sayHere } from "./attendance.ts";
import { inviteAgain, inviteMember, withdrawInvitation } from "./invite.ts";
import { changeMember, endSessions, listMembers } from "./members.ts";
import { changeToAsk } from "./sign-ins.ts";
import { changeSignatures } from "./signatures.ts";

export function routes(router: Router): void {
  bind(router, table.inviteMember, ({ actor, body }) => inviteMember(actor, body));
  bind(router, table.listMembers, ({ actor }) => listMembers(actor.workspaceId));
  bind(router, table.inviteAgain, ({ actor, params }) => inviteAgain(actor, params.uid));
  bind(router, table.withdrawInvitation, ({ actor, params }) =>
    withdrawInvitation(actor, params.uid),
  );
  bindGuest(router, table.getInvitation, ({ guest, params }) =>
    invitationFor(guest, params.workspaceId),
  );
  bindGuest(router, table.acceptInvitation, ({ guest, params }) =>
    acceptInvitation(guest, params.workspaceId),
  );
  bindGuest(router, table.setPassword, ({ guest, body }) => setPassword(guest, body.password));
  bind(router, table.changeMember, ({ actor, params, body }) =>
    changeMember(actor, params.uid, body),
  );
  bind(router, table.changeSignatures, ({ actor, body }) =>
    changeSignatures(actor, body.signatures),
  );
  bind(router, table.sayHere, ({ actor, body }) => sayHere(actor, body));
  bind(router, table.getSignIn, ({ actor }) => changeToAsk(actor.id));
  bind(router, table.endSessions, ({ actor, params }) => endSessions(actor, params.uid));
  bind(router, table.addApiKey, ({ actor, body }) => addApiKey(actor, body.name));
  bind(router, table.removeApiKey, ({ actor, params }) => removeApiKey(actor, params.apiKeyId));
}
