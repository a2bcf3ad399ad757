import { avatarStyles } from "@hilo/bricks/avatar-styles";
import type { ListedConversation, PublicChannel } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { awaitsChannels } from "../../../data/channels.ts";
import { colleagues } from "../../../data/members.ts";
import { isSignedIn } from "../../../data/session.ts";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { t } from "../../../text/composer.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import "../../../ui/quote.ts";
import type { MailEditor, MailText } from "../mail/mail-editor.ts";
import { answerTerms, quoted } from "./answer-terms.ts";
import { type Admission, admission } from "./blocked/blocked.ts";
import { composerStyles } from "./composer-styles.ts";
import { extraDialog } from "./extras/extras.ts";
import { pastedFiles } from "./files/pasted-files.ts";
import { stage, wordsOf } from "./files/stage.ts";
import { TileOpener } from "./files/tile-opener.ts";
import { foot } from "./foot.ts";
import { MentionOpener } from "./mentions/mention-opener.ts";
import { refusalLine } from "./notices.ts";
import { SlashKeeper } from "./quick-replies/slash-keeper.ts";
import { countdown, tabs } from "./tabs.ts";
import { RecorderKeeper } from "./voice/recorder-keeper.ts";
import { ClaimKeeper } from "./writing/claim-keeper.ts";
import { handOver, sendAll } from "./writing/dispatch.ts";
import { sends } from "./writing/enter.ts";
import { type Field, fieldNames, textField } from "./writing/field.ts";
import type { FieldEars } from "./writing/field-host.ts";
import { heighten } from "./writing/heighten.ts";
import { inserted } from "./writing/inserted.ts";
import { isMail } from "./writing/mail-lazy.ts";
import { type Changed, Writing } from "./writing/writing.ts";

/** Where an answer or a note is written. Tells `typing` at each keystroke of an answer, `sent`, and `leave` at Escape. */
export class Composer extends HiloElement {
  static override properties = {
    conversationId: {},
    conversation: { attribute: false },
    channel: { attribute: false },
    quoting: { attribute: false },
    now: { type: Number },
    subject: {},
    answered: { attribute: false },
    awaiting: { type: Boolean },
    offering: { state: true },
    refusal: { state: true },
  };
  declare conversationId: string;
  declare conversation: ListedConversation | undefined;
  declare channel: PublicChannel | undefined;
  /** Finds the message with this id in the thread. */
  declare quoting: (id: string) => ThreadMessage | undefined;
  declare now: number;
  /** The subject that an e-mail's thread keeps. */
  declare subject: string;
  /** The newest mail of the customer. */
  declare answered: ThreadMessage | undefined;
  /** Whether a template was the last word in the thread. */
  declare awaiting: boolean;
  /** What is being put together besides a text. */
  declare offering: string;
  /** Why a file was not taken, in words. */
  declare refusal: string;
  readonly #claim = new ClaimKeeper(this);
  readonly #writing = new Writing(this);
  readonly #tiles = new TileOpener(this, this.#writing);
  readonly #mentions = new MentionOpener(this);
  readonly #slash = new SlashKeeper(this);
  readonly #recorder = new RecorderKeeper(this, ({ words, sends }) => {
    this.refusal = words ?? "";
    void this.updateComplete.then(() => (sends ? this.send() : this.#field()?.focus()));
  });
  readonly #over = (): void => {
    this.now = Date.now();
  };
  readonly #ears: FieldEars = {
    active: () => this.#mentions.list?.active ?? this.#slash.list?.active,
    typed: (text, mail) => this.#typed(text, mail),
    key: (event) => this.#key(event),
    pasted: (event) => this.#pasted(event),
    blurred: () => this.#blurred(),
    stage: (files) => this.addFiles(files),
  };
  readonly #written = (...[text, caret, picked]: Changed): void => {
    const field = this.#field();
    field?.rewrite?.(text, caret ?? text.length);
    if (field?.rewrite) return;
    this.#changed(text, caret, picked);
    void this.updateComplete.then(() => {
      this.#field()?.focus();
      this.#field()?.setSelectionRange(caret ?? text.length, caret ?? text.length);
    });
  };

  constructor() {
    super();
    this.conversationId = "";
    this.conversation = undefined;
    this.channel = undefined;
    this.quoting = () => undefined;
    this.now = Date.now();
    this.subject = "";
    this.answered = undefined;
    this.awaiting = false;
    this.offering = "";
    this.refusal = "";
  }

  /** Puts the caret into the field, as an answer or as a note. */
  write(mode: "reply" | "note"): void {
    this.#writing.turn(mode);
    void this.updateComplete.then(() => this.#field()?.focus());
  }

  /** Opens the quick replies, in an answer. */
  quick(): void {
    this.write("reply");
    void this.updateComplete.then(() => this.#slash.begin(this.#field(), this.#written));
  }

  /** Quotes a message in the answer. */
  quote(messageId: string): void {
    this.#writing.quote(messageId);
    this.write("reply");
  }

  /** Puts back what was not sent, unless something else is being written. */
  putBack(message: ThreadMessage): void {
    this.#writing.turn(message.direction === "note" ? "note" : "reply");
    if (this.#writing.text.trim() === "") this.#writing.takeUp(message);
  }

  /** Takes files along, or says why it cannot; tells the ids of those it took. */
  addFiles(files: Iterable<File>): string[] {
    const { mode, staging } = this.#writing;
    const before = staging.files.value;
    const refused = stage(files, staging, mode === "note" ? "note" : this.channel);
    void wordsOf(refused).then((words) => Object.assign(this, { refusal: words }));
    this.#writing.arrange();
    return staging.files.value.filter((one) => !before.includes(one)).map(({ id }) => id);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Signing out takes the page away too: then there is nobody left to let go.
    if (isSignedIn() && !this.#writing.waits("reply")) this.#claim.release();
  }

  protected override updated(): void {
    const field = this.#field();
    if (!field) return;
    if (field instanceof HTMLTextAreaElement) heighten(field, this);
    this.#mentions.list?.settle();
    this.#slash.list?.settle();
  }

  protected override render(): TemplateResult {
    // A channel that is not known might turn the answer down, or take up more room.
    if (!this.conversation || (!this.channel && awaitsChannels()))
      return html`<div class="frame waiting" aria-hidden="true"></div>`;
    const { mode } = this.#writing;
    const admitted = admission(this.conversation, this.channel, this.now);
    const { blocked, lateUntil } = admitted;
    if (blocked) void import("./blocked/blocked-panel.ts");
    return html`<section class="frame ${mode}" aria-label=${t.composer}>
      ${tabs(
        this.#writing,
        (mode) => this.write(mode),
        blocked ? nothing : countdown(this.conversation, this.channel, lateUntil, this.#over),
      )}
      ${
        mode === "reply" && blocked
          ? html`<hilo-blocked
              .blocked=${blocked}
              .conversation=${this.conversation}
              .channel=${this.channel}
              ?awaiting=${this.awaiting}
              @note=${() => this.write("note")}
            ></hilo-blocked>`
          : this.#answering(admitted)
      }
    </section>`;
  }

  #answering(admitted: Admission): TemplateResult {
    const { mode, staging } = this.#writing;
    const note = mode === "note";
    return html`
      ${note ? nothing : html`${this.#claim.warning()}${answerTerms(this, this.#writing, admitted.lateUntil)}${quoted(this.#writing, this.quoting)}`}
      ${textField(this, this.#writing, this.#ears)}
      ${this.#mentions.list?.render(this.#written)} ${this.#slash.list?.render(this.#written)}
      ${this.#tiles.render(note ? undefined : this.channel?.capabilities)} ${refusalLine(this.refusal)}
      ${this.#recorder.render(staging) ?? this.#foot()}
      ${this.#extra()}
    `;
  }

  #foot(): TemplateResult {
    return foot(this, this.#writing, this.#ready(), {
      files: (files) => this.addFiles(files),
      emoji: (emoji) => this.#written(...inserted(this.#field(), emoji)),
      quick: () => this.quick(),
      record: (into) => void this.#recorder.begin(this.#writing.staging, into),
      send: () => this.send(),
      resolve: () => this.send(true),
      choose: (extra) => {
        this.offering = extra;
      },
    });
  }

  #extra(): TemplateResult | typeof nothing {
    return extraDialog(this.offering, this, (made) => {
      this.offering = "";
      if (!made) return;
      if (made !== "sent") sendAll(this.#where(), [{ ...made, files: [] }], {});
      this.#handed();
    });
  }

  #ready(): boolean {
    return this.#writing.isReady(this.channel?.capabilities ?? undefined);
  }

  /** Sends what is written; to resolve with it, an answer only, and tells `sendandresolve` with its messages' ids. */
  send(resolves = false): void {
    const note = this.#writing.mode === "note";
    const taken = !note && this.#claim.taken;
    if (!this.#ready() || this.#slash.list?.holds() || (resolves && note)) return;
    if (taken) this.#claim.nudge();
    if (taken) return;
    const ids = handOver(this.#writing, this.#where(), this.channel?.capabilities ?? undefined);
    this.#handed();
    if (resolves) this.tell("sendandresolve", ids);
  }

  #where() {
    return { conversationId: this.conversationId, override: this.#claim.tookOver || undefined };
  }

  #handed(): void {
    this.#claim.forget();
    this.refusal = "";
    this.tell("sent");
    void this.updateComplete.then(() => this.#field()?.focus());
  }

  #typed(text: string, mail?: MailText): void {
    if (mail) this.#writing.writeMail(mail);
    const field = this.#field();
    this.#changed(text, field?.selectionStart);
    if (!field) return;
    if (this.#writing.mode === "note") void this.#mentions.look(field, colleagues());
    else void this.#slash.look(field);
  }

  #changed(...[text, ...more]: Changed): void {
    if (text !== this.#writing.text || more[1]) this.#writing.write(text, ...more);
    if (this.#writing.mode === "note") return;
    this.#claim.typed(text);
    if (text.trim() !== "") this.tell("typing");
  }

  #key(event: KeyboardEvent): void {
    const field = this.#field();
    if (event.isComposing || !field || this.#recorder.key(event)) return;
    if (this.#mentions.list?.key(event, field, this.#written)) return;
    if (this.#slash.list?.key(event, field, this.#written)) return;
    if (event.key === "Escape") this.#leave(event);
    if (!sends(event, isMail(this.channel, this.#writing.mode))) return;
    event.preventDefault();
    this.send();
  }

  #blurred(): void {
    this.#mentions.list?.close();
    this.#slash.list?.close();
  }

  #leave(event: Event): void {
    event.stopPropagation();
    this.#field()?.blur();
    this.tell("leave");
  }

  #pasted(event: ClipboardEvent): void {
    const files = event.defaultPrevented ? [] : pastedFiles(event);
    if (files.length > 0) this.addFiles(files);
  }

  #field(): Field | null {
    return this.renderRoot.querySelector<HTMLTextAreaElement | MailEditor>(fieldNames);
  }

  static override styles = [HiloElement.styles, avatarStyles, composerStyles];
}

define("hilo-composer", Composer);
