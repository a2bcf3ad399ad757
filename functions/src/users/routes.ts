import { accountEndpoints as table } from "@hilo/schema";
import type { Router } from "express";
import { bind } from "../platform/http.ts";
import { addApiKey, removeApiKey } from "./api-keys.ts";
import { inviteMember } from "./invite.ts";
import { changeMember, endSessions } from "./members.ts";
import { changeSignatures } from "./signatures.ts";

export function routes(router: Router): void {
  bind(router, table.inviteMember, ({ actor, body }) => inviteMember(actor, body));
  bind(router, table.changeMember, ({ actor, params, body }) =>
    changeMember(actor, params.uid, body),
  );
  bind(router, table.changeSignatures, ({ actor, body }) =>
    changeSignatures(actor, body.signatures),
  );
  bind(router, table.endSessions, ({ actor, params }) => endSessions(actor, params.uid));
  bind(router, table.addApiKey, ({ actor, body }) => addApiKey(actor, body.name));
  bind(router, table.removeApiKey, ({ actor, params }) => removeApiKey(actor, params.apiKeyId));
}
