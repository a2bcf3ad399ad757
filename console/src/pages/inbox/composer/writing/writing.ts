import type { Capabilities, Message } from "@hilo/schema";
import { hasInk } from "@hilo/schema/visible";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import {
  type DraftMail,
  filesBeside,
  filesToSend,
  isAddressed,
  mailToSend,
} from "../../../../data/draft-mail.ts";
import type { Draft, DraftMode, Picked } from "../../../../data/draft-store.ts";
import { drafts } from "../../../../data/drafts.ts";
import { colleagues } from "../../../../data/members.ts";
import { isSendable, type Staged, type Staging, stagingOf } from "../../../../data/staging.ts";
import { Watch } from "../../../../ui/source.ts";
import { type Arranged, arranged } from "./arranged.ts";
import { lengthOf } from "./as-messages.ts";
import { joined } from "./joined.ts";
import { afterChange, toldBy } from "./picked.ts";

type Host = ReactiveControllerHost & { conversationId: string };

/** The longest note the API takes. */
const noteLength = 10_000;
const noLimits = { textLength: 100_000 };
/** The longest formatted text the API takes. */
const htmlLength = 200_000;

/** What a field holds after a change, where its caret stands, and who was just picked. */
export type Changed = [text: string, caret?: number | undefined, picked?: Picked | undefined];

/** What is being written in the composer's conversation: its mode, its draft, its files. */
export class Writing implements ReactiveController {
  readonly #host: Host;
  readonly #watch: Watch;
  mode: DraftMode = "reply";
  #stop: () => void = () => undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#watch = new Watch(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = drafts.watch((id) => {
      if (id === this.#host.conversationId) this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#stop();
  }

  hostUpdate(): void {
    if (this.#host.conversationId !== "") this.#watch.to(this.staging.files);
  }

  get draft(): Draft {
    return drafts.get(this.#host.conversationId, this.mode);
  }

  get text(): string {
    return this.draft.text;
  }

  /** The subject of an e-mail that begins another one. */
  get subject(): string {
    return this.draft.subject ?? "";
  }

  set subject(subject: string) {
    this.#set({ ...this.draft, subject });
  }

  /** What an e-mail has besides its words. */
  get mail(): DraftMail {
    return this.draft.mail ?? {};
  }

  set mail(mail: DraftMail) {
    this.#set({ ...this.draft, mail });
  }

  get staging(): Staging {
    return stagingOf(this.#host.conversationId, this.mode);
  }

  /** The files that go along besides those that the text shows, as they are arranged. */
  get files(): Arranged<Staged>[] {
    return arranged(filesBeside(this.staging.files.value, this.mail), this.draft.files);
  }

  /** Puts files into an order, each with its caption. Those that only another tab has keep theirs. */
  arrange(files: readonly Arranged<Staged>[] = this.files): void {
    const here = files.map(({ file, caption }) => ({ id: file.id, caption }));
    const elsewhere = (this.draft.files ?? []).filter(
      ({ id }) => !here.some((one) => one.id === id),
    );
    this.#set({ ...this.draft, files: [...here, ...elsewhere] });
  }

  removeFile(id: string): void {
    this.staging.remove(id);
    const files = (this.draft.files ?? []).filter((one) => one.id !== id);
    this.#set({ ...this.draft, files });
  }

  /** Whether something waits in a mode: words or files. */
  waits(mode: DraftMode): boolean {
    const id = this.#host.conversationId;
    const files = stagingOf(id, mode).files.value.length;
    return drafts.get(id, mode).text.trim() !== "" || files > 0;
  }

  /** Whether it can be sent: something is said, no longer than the channel takes, and its files can go. */
  isReady(
    limits: Pick<Capabilities, "textLength" | "textInBytes" | "captionLength"> = noLimits,
  ): boolean {
    const { files, mail } = this;
    const going = filesToSend(this.staging.files.value, mail);
    const text = this.text.trim();
    const said = hasInk(text) || (this.mode === "reply" && going.length > 0);
    const { textLength, textInBytes = false, captionLength = textLength } = limits;
    const fits =
      this.mode === "note"
        ? text.length <= noteLength
        : lengthOf(text, { textInBytes }) <= textLength;
    const fit = files.every(({ caption }) => lengthOf(caption, { textInBytes }) <= captionLength);
    const goes = isAddressed(mail) && (mail.html ?? "").length <= htmlLength;
    return said && fits && fit && goes && going.every(isSendable);
  }

  /** `picked` is who has just been put there from the list. */
  write(...[text, caret, picked]: Changed): void {
    const { draft } = this;
    const before = draft.picked ? afterChange(draft.picked, draft.text, text, caret) : [];
    const all = picked ? [...before, picked] : before;
    this.#set({ ...draft, text, ...(draft.picked || picked ? { picked: all } : {}) });
  }

  /** Takes up again what a message said that was not sent: its files are gone, and its pictures with them. */
  takeUp({ text, mail }: Pick<Message, "text" | "mail">): void {
    const { cc = [], bcc, html = "" } = mail ?? {};
    const letter = { cc, html: html.replace(/<img\b[^>]*>/giu, ""), ...(bcc ? { bcc } : {}) };
    this.#set({ ...this.draft, text, ...(mail ? { mail: letter } : {}) });
  }

  /** Keeps a text that may be formatted. */
  writeMail({ text, html }: { text: string; html: string }): void {
    this.#set({ ...this.draft, text, mail: { ...this.mail, html } });
  }

  quote(replyTo: string | undefined): void {
    const { replyTo: _, ...rest } = drafts.get(this.#host.conversationId, "reply");
    const draft = replyTo === undefined ? rest : { ...rest, replyTo };
    drafts.set(this.#host.conversationId, "reply", draft);
    this.#host.requestUpdate();
  }

  turn(mode: DraftMode): void {
    this.mode = mode;
    this.#host.requestUpdate();
  }

  /** What was written, which is then no longer a draft. */
  take() {
    const { draft, staging, mode } = this;
    const { text, replyTo, subject = "", mail, picked = [] } = draft;
    const mentions = mode === "note" ? toldBy(text, picked, colleagues()) : [];
    const staged = staging.files.value;
    const taken = staging.take();
    const conversationId = this.#host.conversationId;
    const back = () => {
      putBack(conversationId, mode, draft);
      staging.putBack(staged, taken);
    };
    drafts.clear(this.#host.conversationId, this.mode);
    this.#host.requestUpdate();
    const order = arranged(staged, draft.files);
    const going = filesToSend(
      order.map(({ file }) => file),
      mail,
    );
    const files = going.flatMap((file) => taken[staged.indexOf(file)] ?? []);
    const captions = going.map(
      (one) => order.find(({ file }) => file === one)?.caption.trim() ?? "",
    );
    const renamed = staged.map(({ id }, at) => [id, taken[at]?.id ?? id] as const);
    const letter = { subject: subject.trim() || undefined, mail: mailToSend(mail, renamed) };
    return { text: text.trim(), files, captions, mentions, back, replyTo, ...letter };
  }

  #set(draft: Draft): void {
    drafts.set(this.#host.conversationId, this.mode, draft);
    this.#host.requestUpdate();
  }
}

/** Puts a draft back that was not sent after all, before whatever has been written meanwhile. */
function putBack(conversationId: string, mode: DraftMode, draft: Draft): void {
  drafts.set(conversationId, mode, joined(draft, drafts.get(conversationId, mode)));
}
