import { ApiProblem, call } from "./api.ts";
import type { Outcome } from "./outbox.ts";
import { outbox } from "./sending.ts";
import { signedIn } from "./session.ts";
import type { ThreadMessage } from "./thread-merge.ts";

/** A template on its way to a customer: `text` is what they will read, shown at once. */
export type TemplateWriting = {
  conversationId: string;
  templateId: string;
  variables: Record<string, string>;
  text: string;
  name: string;
};

/** Sends a template under an id of its own: shown at once, sent once. */
export function sendTemplate(writing: TemplateWriting): Promise<void> {
  const { conversationId, templateId, variables } = writing;
  const message = optimistic(writing);
  const template = { id: templateId, variables };
  const body = { messageId: message.id, kind: "template" as const, template };
  const send = () =>
    attempt(() => call("sendMessage", { params: { conversationId }, body, key: message.id }));
  return outbox.add(conversationId, { message, send });
}

async function attempt(request: () => Promise<unknown>): Promise<Outcome> {
  try {
    await request();
    return { type: "taken" };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.code === "offline" || error.code === "unavailable") return { type: "unreachable" };
    return { type: "refused", code: error.code, detail: error.detail };
  }
}

function optimistic({ templateId, variables, text, name }: TemplateWriting): ThreadMessage {
  return {
    id: crypto.randomUUID(),
    direction: "outbound",
    kind: "template",
    text,
    attachments: [],
    template: { id: templateId, variables },
    status: "queued",
    statusRank: 1,
    statusAt: {},
    externalId: null,
    author: { type: "member", id: signedIn().uid, name },
    providerAt: Date.now(),
    createdAt: new Date(),
    local: { state: navigator.onLine ? "sending" : "waiting" },
  };
}
