import type { ChatSettings, VisitorSession } from "@hilo/schema";
import { configuration } from "./configuration.ts";
import { connect } from "./firestore.ts";
import { follow, type Shown } from "./live.ts";
import { keep, recall } from "./memory.ts";
import { type Outgoing, postOf } from "./outbox.ts";
import { paths } from "./place.ts";
import { Receipts } from "./receipts.ts";
import { openSession, type Page, Refused } from "./session.ts";
import { Source } from "./source.ts";
import { upload } from "./upload.ts";

export type State = {
  stage: "starting" | "failed" | "refused" | "ready";
  settings: ChatSettings | undefined;
  messages: readonly Shown[];
  outgoing: readonly Outgoing[];
  /** Whether the server is being heard, and whether there is a network at all. */
  connected: boolean;
  online: boolean;
  unread: number;
  /** The visitor has said who they are, or the host page has. */
  introduced: boolean;
};

const blank: State = {
  stage: "starting",
  settings: undefined,
  messages: [],
  outgoing: [],
  connected: true,
  online: navigator.onLine,
  unread: 0,
  introduced: false,
};

/** One visitor's chat: what is said in it, and what is on its way. */
export class Chat {
  readonly state = new Source<State>(blank);
  readonly #receipts = new Receipts((receipt) => this.#post(receipt));
  #page: Page | undefined;
  #session: VisitorSession | undefined;
  #opening: Promise<VisitorSession> | undefined;
  #conversationId = "";
  #stop: (() => void) | undefined;
  #shown = false;

  constructor() {
    addEventListener("online", () => this.#resume());
    addEventListener("offline", () => this.#change({ online: false }));
    document.addEventListener("visibilitychange", () => this.#report());
  }

  /** Begins, or begins again as somebody else. */
  async begin(page: Page): Promise<void> {
    this.#page = page;
    this.#change({ stage: "starting" });
    try {
      const [session, config] = await Promise.all([this.#open(), configuration()]);
      connect(config);
      this.#listen(session.conversationId);
    } catch (error) {
      const refused = error instanceof Refused && (error.status === 403 || error.status === 404);
      this.#change({ stage: refused ? "refused" : "failed" });
    }
  }

  again(): void {
    if (this.#page) void this.begin(this.#page);
  }

  /** Whether the visitor sees the chat: then what they see is read. */
  show(shown: boolean): void {
    this.#shown = shown;
    this.#report();
  }

  /** Keeps what the visitor is called, so that whoever answers knows. */
  async introduce(who: { name?: string; email?: string }): Promise<void> {
    keep(who);
    await this.#open();
    this.#change({ introduced: true });
  }

  send(content: Partial<Pick<Outgoing, "text" | "choice" | "replyTo">> & { files?: File[] }): void {
    const { text = "", files = [], ...rest } = content;
    const message: Outgoing = {
      ...rest,
      id: crypto.randomUUID(),
      at: Date.now(),
      text,
      files: files.map((file) => ({ file, progress: 0 })),
      state: "sending",
    };
    this.#change({ outgoing: [...this.state.value.outgoing, message] });
    void this.#deliver(message.id);
  }

  /** Tries a message again; under its own id, so that it can never stand there twice. */
  retry(id: string): void {
    this.#alter(id, { state: "sending" });
    void this.#deliver(id);
  }

  discard(id: string): void {
    this.#change({ outgoing: this.state.value.outgoing.filter((one) => one.id !== id) });
  }

  /** A token that is good for a while yet. */
  async token(): Promise<string> {
    const fresh = this.#session && this.#session.expires > Date.now() + 60_000;
    return (fresh && this.#session ? this.#session : await this.#open()).token;
  }

  async #open(): Promise<VisitorSession> {
    if (!this.#page) throw new Error("The page has not said anything yet.");
    const { identity } = this.#page;
    this.#opening ??= openSession(this.#page).finally(() => {
      this.#opening = undefined;
    });
    this.#session = await this.#opening;
    const { name, email } = { ...recall(), ...identity };
    const { settings } = this.#session;
    const introduced = settings.form.every((field) => (field === "name" ? name : email));
    this.#change({ settings, introduced: introduced && Boolean(settings.open || email) });
    return this.#session;
  }

  #listen(conversationId: string): void {
    this.#stop?.();
    if (conversationId !== this.#conversationId) this.#change({ messages: [], outgoing: [] });
    this.#conversationId = conversationId;
    this.#stop = follow(
      conversationId,
      (messages, connected) => this.#take(messages, connected),
      () => this.#change({ stage: "failed" }),
    );
  }

  #take(messages: readonly Shown[], connected: boolean): void {
    if (!connected && this.state.value.stage === "starting" && messages.length === 0) return;
    const arrived = new Set(messages.map(({ externalId }) => externalId));
    const outgoing = this.state.value.outgoing.filter(({ id }) => !arrived.has(id));
    this.#change({ stage: "ready", messages, outgoing, connected });
    this.#report();
  }

  #report(): void {
    const { messages } = this.state.value;
    const seen = this.#shown && document.visibilityState === "visible";
    this.#receipts.note(messages, seen);
    const unread = this.#receipts.unread(messages);
    if (unread !== this.state.value.unread) this.#change({ unread });
  }

  async #deliver(id: string): Promise<void> {
    try {
      await this.#uploadFiles(id);
      const message = this.#find(id);
      if (message) await this.#post(postOf(message));
    } catch (error) {
      const code = error instanceof Refused ? error.code : "";
      const problem = code === "tooLarge" || code === "wrongType" ? code : undefined;
      this.#alter(id, { state: "failed", ...(problem ? { problem } : {}) });
    }
  }

  async #uploadFiles(id: string): Promise<void> {
    const { files = [] } = this.#find(id) ?? {};
    for (const [index, { file, uploaded }] of files.entries()) {
      if (uploaded) continue;
      const done = await upload(file, await this.token(), (progress) =>
        this.#alterFile(id, index, { progress }),
      );
      this.#alterFile(id, index, { uploaded: done, progress: 1 });
    }
  }

  /** Posts to the channel; a token that is over is renewed once. */
  async #post(body: object, again = true): Promise<void> {
    const headers = {
      authorization: `Bearer ${await this.token()}`,
      "content-type": "application/json",
    };
    const answer = await fetch(paths.posts, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    if (answer.ok) return;
    if (answer.status !== 401 || !again) throw new Refused(answer.status, "");
    this.#session = undefined;
    return this.#post(body, false);
  }

  /** There is a network again: what waited goes. */
  #resume(): void {
    this.#change({ online: true });
    if (this.state.value.stage === "failed") this.again();
    const waiting = this.state.value.outgoing.filter(
      ({ state, problem }) => state === "failed" && !problem,
    );
    for (const { id } of waiting) this.retry(id);
  }

  #find(id: string): Outgoing | undefined {
    return this.state.value.outgoing.find((one) => one.id === id);
  }

  #alter(id: string, change: Partial<Outgoing>): void {
    const { outgoing } = this.state.value;
    this.#change({
      outgoing: outgoing.map((one) => (one.id === id ? { ...one, ...change } : one)),
    });
  }

  #alterFile(id: string, index: number, change: Partial<Outgoing["files"][number]>): void {
    const files = this.#find(id)?.files ?? [];
    this.#alter(id, {
      files: files.map((file, i) => (i === index ? { ...file, ...change } : file)),
    });
  }

  #change(change: Partial<State>): void {
    this.state.set({ ...this.state.value, ...change });
  }
}
