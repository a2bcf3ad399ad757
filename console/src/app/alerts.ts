import { alertSettings, newsKinds } from "../data/alert-settings.ts";
import { myConversations } from "../data/conversations.ts";
import { unseenMentions } from "../data/mentions.ts";
import { noteToMe } from "../data/note-to-me.ts";
import { signedIn } from "../data/session.ts";
import { setAttentive } from "../data/visibility.ts";
import { watched } from "../ui/watched.ts";
import type { News } from "./news.ts";
import { Notices, type Told } from "./notices.ts";
import { playTone } from "./tone.ts";
import { Voice } from "./voice.ts";

/** How long what is new may be read somewhere else before it is spoken of, in milliseconds. */
const graceMs = 1_000;
/** How long a conversation that goes on makes no second sound, in milliseconds. */
const restMs = 8_000;

/**
 * Speaks of what is new, as its member wants it on this device: once for each conversation, in one of their tabs, and
 * not of what is on the screen or was read somewhere else.
 */
export class Alerts {
  readonly #openId: () => string | null;
  readonly #voice: Voice;
  readonly #notices = new Notices();
  readonly #sounded = new Map<string, number>();
  readonly #stops: (() => void)[];
  #due = new Map<string, News>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #tidy = () => this.hear([]);

  /** `openId` tells which conversation is open. */
  constructor(openId: () => string | null) {
    this.#openId = openId;
    const { workspaceId, uid } = signedIn();
    this.#voice = new Voice(`${workspaceId}:${uid}`);
    const attend = () => {
      const { sound, desktop } = alertSettings.value;
      setAttentive(this.#voice.speaking.value && (sound || desktop));
    };
    this.#stops = [this.#voice.speaking.subscribe(attend), alertSettings.subscribe(attend)];
    window.addEventListener("focus", this.#tidy);
    attend();
  }

  /** Takes what is new, and takes back what needs nobody's eyes any more. */
  hear(news: readonly News[]): void {
    for (const one of news) if (alertSettings.value[one.kind]) this.#add(one);
    this.#notices.keep((one) => this.#stands(one));
    if (this.#due.size > 0) this.#timer ??= setTimeout(() => void this.#speak(), graceMs);
  }

  end(): void {
    window.removeEventListener("focus", this.#tidy);
    for (const stop of this.#stops) stop();
    clearTimeout(this.#timer);
    setAttentive(false);
    this.#notices.end();
    this.#voice.end();
  }

  /** Of several in one conversation the one that is most for its member. */
  #add(one: News): void {
    const { id } = one.conversation;
    const before = this.#due.get(id);
    if (!before || weight(one) <= weight(before)) this.#due.set(id, one);
  }

  async #speak(): Promise<void> {
    const due = [...this.#due.values()].filter((one) => this.#stands(one));
    this.#due = new Map();
    this.#timer = undefined;
    if (!this.#voice.speaking.value) return;
    const fresh = due.filter((one) => this.#voice.tell(keyOf(one), one.at));
    const told = (await Promise.all(fresh.map(withNote))).filter((one) => one !== undefined);
    const { sound, desktop, content } = alertSettings.value;
    if (sound) this.#sound(told);
    if (desktop) this.#notices.show(told, content);
  }

  #sound(told: readonly Told[]): void {
    const now = Date.now();
    const loud = told
      .map(({ news }) => news)
      .filter(({ conversation }) => now - (this.#sounded.get(conversation.id) ?? 0) > restMs)
      .sort((a, b) => weight(a) - weight(b));
    for (const { conversation } of loud) this.#sounded.set(conversation.id, now);
    const [first] = loud;
    if (first) playTone(first.kind);
  }

  /** Whether it is still new to its member, and not before their eyes. */
  #stands({ kind, conversation: { id } }: News): boolean {
    if (watched() && this.#openId() === id) return false;
    if (kind === "mention") return unseenMentions.value?.some((one) => one.id === id) ?? false;
    const mine = myConversations().value.items.find((one) => one.id === id);
    return mine !== undefined && (kind === "assigned" || mine.unread > 0);
  }
}

function weight({ kind }: News): number {
  return newsKinds.indexOf(kind);
}

function keyOf({ kind, conversation: { id } }: News): string {
  return `${kind}:${id}`;
}

/** With the note that mentions its member; nothing when it was somebody else who was mentioned there now. */
async function withNote(news: News): Promise<Told | undefined> {
  if (news.kind !== "mention") return { news };
  const note = await noteToMe(news.conversation.id).catch(() => undefined);
  if (note && news.since !== undefined && note.providerAt <= news.since) return undefined;
  return note ? { news, note } : { news };
}
