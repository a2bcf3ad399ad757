import { ApiProblem, call } from "./api.ts";
import type { Letter, PostOutcome } from "./letter.ts";

/** What few letters need: files that are not on the server yet. */
const enclosing = () => import("./enclosing.ts");

/** Uploads what a letter still needs, then hands it to the API; the same letter again is taken once. */
export async function post(
  letter: Letter,
  keep: (letter: Letter) => Promise<unknown>,
): Promise<PostOutcome> {
  try {
    const waits = letter.enclosures?.some(({ local }) => local);
    await hand(waits ? await (await enclosing()).uploaded(letter, keep) : letter);
    return { type: "taken" };
  } catch (error) {
    return outcomeOf(error);
  }
}

function hand({ to, message, conversationId, body }: Letter): Promise<unknown> {
  const params = { conversationId };
  const messageId = message.id;
  const { mentions, ...said } = body;
  const { kind = "text", text = "", attachments } = said;
  if (to === "sendMessage") return call(to, { params, body: { messageId, ...said, kind } });
  const files = attachments ? { attachments } : {};
  const told = mentions ? { mentions } : {};
  return call(to, { params, body: { messageId, text, ...files, ...told } });
}

/** What time mends waits; a session that ended waits for its member to come back. */
const passing = new Set<ApiProblem["code"]>([
  "offline",
  "unavailable",
  "tooMany",
  "notSignedIn",
  "sessionEnded",
]);

export function outcomeOf(error: unknown): PostOutcome {
  if (!(error instanceof ApiProblem))
    return { type: "refused", code: "internal", detail: String(error) };
  const { code, detail } = error;
  if (code === "offline" || passing.has(code)) return { type: "unreachable" };
  return { type: code === "conflict" ? "busy" : "refused", code, detail };
}
