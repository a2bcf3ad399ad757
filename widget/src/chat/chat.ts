import { configuration } from "@hilo/bricks/configuration";
import type { VisitorSession } from "@hilo/schema";
import { connect } from "./firestore.ts";
import { follow, type Shown } from "./live.ts";
import { keep, recall, turnTo } from "./memory.ts";
import { Opening } from "./opening.ts";
import { fileProblemOf, type Outgoing, postOf } from "./outbox.ts";
import type { Page } from "./page.ts";
import { paths } from "./place.ts";
import { post } from "./post.ts";
import { Receipts } from "./receipts.ts";
import { customerOf, openSession, personIn, Refused, somebodyElse } from "./session.ts";
import { Source } from "./source.ts";
import { blank, type Draft, nothingWritten, type State } from "./state.ts";
import { upload } from "./upload.ts";

/** How a chat reaches the server. */
const means = {
  open: openSession,
  prepare: async () => connect(await configuration()),
  follow,
};
export type Means = typeof means;

/** One visitor's chat: what is said in it, and what is on its way. */
export class Chat {
  readonly state = new Source<State>(blank);
  /** What is being written, through whatever stands in the chat's place meanwhile. */
  draft: Draft = nothingWritten;
  readonly #receipts = new Receipts((receipt) => this.#post(receipt));
  readonly #follow: Means["follow"];
  readonly #prepare: Means["prepare"];
  readonly #opening: Opening;
  #page: Page | undefined;
  #session: VisitorSession | undefined;
  #person = Symbol("person");
  #conversationId = "";
  #stop: (() => void) | undefined;
  #shown = false;
  /** Messages that were sent before it was known whether their writer has to say who they are. */
  #early: string[] = [];

  constructor({ open, prepare, follow }: Means = means) {
    this.#opening = new Opening(open);
    this.#prepare = prepare;
    this.#follow = follow;
    addEventListener("online", () => this.#resume());
    addEventListener("offline", () => this.#change({ online: false }));
    document.addEventListener("visibilitychange", () => this.#report());
  }

  /** Another one whenever the page says that somebody else is there. */
  get person(): symbol {
    return this.#person;
  }

  /** Begins, or begins again as somebody else. */
  async begin(page: Page): Promise<void> {
    if (this.#page && personIn(this.#page) !== personIn(page)) this.#leave();
    this.#page = page;
    turnTo(customerOf(page)?.id ?? "");
    this.#change({ stage: "starting" });
    try {
      const [session] = await Promise.all([this.#open(), this.#prepare()]);
      if (this.#page === page) this.#listen(session.conversationId);
    } catch (error) {
      if (this.#page !== page) return;
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
    const person = this.#person;
    keep(who);
    await this.#open();
    if (person !== this.#person) throw somebodyElse();
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
    if (this.#isEarly()) this.#early.push(message.id);
    else void this.#deliver(message.id);
  }

  #isEarly(): boolean {
    const { stage, introduced, messages } = this.state.value;
    return stage === "starting" && !introduced && messages.length === 0;
  }

  /** They go now, or, when nobody knows yet who writes, are there to be sent after that. */
  #settleEarly(): void {
    const early = this.#early;
    this.#early = [];
    const known = this.state.value.introduced || this.state.value.messages.length > 0;
    for (const id of known ? early : []) void this.#deliver(id);
    if (!known && early.length > 0) this.#takeBack(early);
  }

  #takeBack(ids: readonly string[]): void {
    const sent = ids.flatMap((id) => this.#find(id) ?? []);
    const texts = [...sent.map(({ text }) => text), this.draft.text];
    const files = sent.flatMap((one) => one.files.map(({ file }) => file));
    this.draft = {
      text: texts.filter(Boolean).join("\n"),
      files: [...files, ...this.draft.files],
    };
    for (const id of ids) this.discard(id);
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

  /** The same, for what this person does: never to be done in the name of whoever comes after. */
  async #tokenOf(person: symbol): Promise<string> {
    const token = await this.token();
    if (person !== this.#person) throw somebodyElse();
    return token;
  }

  /** The session of the page as it is now, whatever it was when the opening began. */
  async #open(): Promise<VisitorSession> {
    const page = this.#page;
    if (!page) throw new Error("The page has not said anything yet.");
    const session = await this.#opening.session(page);
    if (JSON.stringify(page) !== JSON.stringify(this.#page)) return this.#open();
    this.#session = session;
    const { name, email, skipped } = { ...recall(), ...customerOf(page) };
    const { settings } = session;
    const told = settings.form.every((field) => (field === "name" ? name : email));
    const asks = settings.goesOnByMail && !email && !skipped;
    this.#change({ settings, introduced: told && Boolean(settings.open || email), asks });
    if (this.state.value.introduced) this.#settleEarly();
    return session;
  }

  /** Nothing of whoever was here stays, nor goes out any more. */
  #leave(): void {
    this.#person = Symbol("person");
    this.#session = undefined;
    this.#stop?.();
    this.#stop = undefined;
    this.#conversationId = "";
    this.draft = nothingWritten;
    this.#early = [];
    this.#change({ messages: [], outgoing: [], unread: 0, introduced: false, left: "" });
  }

  #listen(conversationId: string): void {
    this.#stop?.();
    const another = this.#conversationId !== "" && conversationId !== this.#conversationId;
    if (another) this.#change({ messages: [], outgoing: [] });
    this.#conversationId = conversationId;
    this.#stop = this.#follow(
      conversationId,
      (messages, connected) => this.#take(messages, connected),
      () => this.#change({ stage: "failed" }),
    );
  }

  #take(messages: readonly Shown[], connected: boolean): void {
    if (!connected && this.state.value.stage === "starting" && messages.length === 0) return;
    const arrived = new Set(messages.map(({ externalId }) => externalId));
    const outgoing = this.state.value.outgoing.filter(({ id }) => !arrived.has(id));
    const heardAgain = connected && !this.state.value.connected;
    this.#change({ stage: "ready", messages, outgoing, connected });
    this.#settleEarly();
    if (heardAgain) this.#sendWaiting();
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
    const person = this.#person;
    try {
      await this.#uploadFiles(id);
      const message = this.#find(id);
      if (message) await this.#post(postOf(message), person);
    } catch (error) {
      const code = error instanceof Refused ? error.code : "";
      const problem = fileProblemOf(code);
      this.#alter(id, { state: "failed", ...(problem ? { problem } : {}) });
    }
  }

  async #uploadFiles(id: string): Promise<void> {
    const person = this.#person;
    const { files = [] } = this.#find(id) ?? {};
    for (const [index, { file, uploaded }] of files.entries()) {
      if (uploaded) continue;
      const done = await upload(file, await this.#tokenOf(person), (progress) =>
        this.#alterFile(id, index, { progress }),
      );
      this.#alterFile(id, index, { uploaded: done, progress: 1 });
    }
  }

  /** Posts to the channel; a token that is over is renewed once. */
  async #post(body: object, person = this.#person, path = paths.posts): Promise<void> {
    try {
      await post(path, body, await this.#tokenOf(person));
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 401) throw error;
      this.#session = undefined;
      await post(path, body, await this.#tokenOf(person));
    }
  }

  /** Leaves an address for answers that are not seen here. */
  async leaveAddress(email: string): Promise<void> {
    await this.#post({ email }, this.#person, paths.address);
    keep({ email });
    this.#change({ asks: false, left: email });
  }

  /** Wants to be asked for no address. */
  skipAddress(): void {
    keep({ skipped: true });
    this.#change({ asks: false });
  }

  #resume(): void {
    this.#change({ online: true });
    if (this.state.value.stage === "failed") this.again();
    this.#sendWaiting();
  }

  /** There is a network again, or the server is heard again: what waited goes. */
  #sendWaiting(): void {
    for (const { id, state, problem } of this.state.value.outgoing)
      if (state === "failed" && !problem) this.retry(id);
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
