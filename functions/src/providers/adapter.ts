import type {
  ApprovedTemplate,
  Capabilities,
  ChannelField,
  CommonGood,
  CommonTrouble,
  ContactCard,
  DeliveryError,
  Finding,
  InboundEvent,
  Location,
  Options,
  Platform,
  Provider,
  RefusedCopy,
  Sender,
  WebhookAddress,
  Words,
} from "@hilo/schema";
import type { Rate } from "../platform/rate-budget.ts";
import type { ApiBase } from "./api-base.ts";

export type { Finding, WebhookAddress } from "@hilo/schema";

/** A request as it came: the raw body is what signatures are computed over. */
export type RawRequest = {
  method: string;
  /** The public address called, as the provider knows it: PUBLIC_BASE_URL + path + query. */
  url: string;
  headers: Record<string, string | undefined>;
  query: Record<string, string>;
  rawBody: Buffer;
  /** What stands in the path after the channel, such as `sendgrid`. */
  rest: readonly string[];
};

/** The connected account that a request or a call is about: nothing secret. */
export type Account = {
  workspaceId: string;
  channelId: string;
  platform: Platform;
  /** Our own address on it. */
  address: string;
  settings: Record<string, string>;
  /** This channel's own webhook address. */
  webhook: string;
  /** What else the workspace has connected, where a test may ask that. */
  others?: readonly Neighbour[];
};

/** Another channel of the same workspace. */
export type Neighbour = { id: string; platform: Platform; enabled: boolean };

/** What a webhook answers when its provider wants more than 200. */
export type Reply = { status: number; contentType: string; body: string };

/** A message on its way out, in our words. */
export type OutboundMessage = {
  workspaceId: string;
  channelId: string;
  conversationId: string;
  messageId: string;
  platform: Platform;
  /** Our own address on the channel. */
  from: string;
  to: string;
  kind: string;
  text: string;
  files: OutboundFile[];
  location?: Location;
  cards?: ContactCard[];
  /** Buttons or a list for the customer to choose from. */
  options?: Options;
  /** An approved template and the values of its variables. */
  template?: ApprovedTemplate & { text: string; variables: Record<string, string> };
  /** The provider's id of the quoted message or, of a reaction, of the one reacted to. */
  replyTo?: string;
  /** A person's own answer after the reply window, where the platform allows that. */
  humanAgent?: boolean;
  mail?: OutboundMail;
  /**
   * Set on a mail that carries what somebody did not see in a chat, whose address nobody has proved: why it comes, and
   * where it is stopped. Its answers belong to the conversation only when they come from its own addressee.
   */
  unseen?: { why: string; stopUrl: string };
  /** Where the provider reports the delivery: this channel's own webhook address. */
  webhook: string;
  settings: Record<string, string>;
  /** What to call the business and the one who writes, for a signature. */
  author: string;
  /** No person wrote it: e-mail says so, lest another machine answers (RFC 3834). */
  automatic?: boolean;
};

/** What an e-mail has besides. */
export type OutboundMail = {
  subject: string;
  /** Its thread: what the customer last wrote, and what came before. Ids without brackets. */
  inReplyTo?: string;
  references: string[];
  cc?: string[];
  /** Whom nobody else is told of. */
  bcc?: string[];
  /** The text as formatted; a file is shown by its `contentId`. */
  html?: string;
  /** The writer's own signature, as HTML. */
  signature?: string;
  /** What is passed on, with its head. */
  quoted?: { text: string; html?: string };
  /** Of whom it goes to, as far as we know: BCP 47. */
  language?: string;
};

export type OutboundFile = {
  /** A public link, signed for a short while. */
  url: string;
  type: string;
  name: string;
  size: number;
  /** By which a mail's HTML shows it (`cid:`). */
  contentId?: string;
  read(): Promise<Buffer>;
};

/** The provider has taken the message; `refused` are those of its addressees whom it did not take it for. */
export type Receipt = { externalId: string; refused?: RefusedCopy[] };

/** A request that fetches a file the provider holds; the credentials stay on its first host. */
export type MediaRequest = { url: string; headers: Record<string, string>; hosts: string[] };

export type ProviderErrorKind = "refused" | "unreachable" | "rateLimited" | "unknown";

/**
 * A delivery that did not go through. `refused`: the provider said no; `unreachable`: the request was never
 * written; `rateLimited`: later, after `retryAfter` ms; `unknown`: written, but no answer — never resent blindly.
 */
export class ProviderError extends Error {
  readonly kind: ProviderErrorKind;
  readonly code: string;
  readonly retryAfter: number | undefined;

  constructor(
    kind: ProviderErrorKind,
    code: string,
    message: string,
    options: { retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "ProviderError";
    this.kind = kind;
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}

/** One thing an administrator enters to connect an account. */
export type Field = ChannelField;

/** What a connection test may find: what any provider's may, and what is the provider's `Own`, which it has words for. */
export type FindingOf<Own extends string> =
  | { level: "ok"; code: CommonGood | Own; text: string }
  | { level: "warning" | "error"; code: CommonTrouble | Own; text: string };

/** Templates that a provider keeps and approves. */
export interface TemplateKeeper<Credentials> {
  list(account: Account, credentials: Credentials): Promise<KeptTemplate[]>;
  /**
   * Submits a template for approval; throws ProviderError when it is refused at once, with a code such as
   * `lacks_appId` where the channel has no such setting.
   */
  create(
    account: Account,
    template: NewTemplate,
    credentials: Credentials,
  ): Promise<Pick<ApprovedTemplate, "externalId" | "status"> & Pick<ApprovedTemplate, "header">>;
}
/** A template to submit; `file` is the example of a header that is one. */
export type NewTemplate = ApprovedTemplate & {
  text: string;
  examples: Record<string, string>;
  file?: OutboundFile;
};
export type KeptTemplate = Omit<ApprovedTemplate, "channelId" | "saidAt"> & {
  text: string;
  /** The values it was submitted with. */
  examples?: Record<string, string>;
};

/** What every provider is to Hilo. Pure but for `send`; no Firestore, no knowledge of the rooms. */
export interface Adapter<Credentials> {
  readonly provider: Provider;
  /** The addresses of its API that are called. */
  readonly apis?: readonly ApiBase[];
  readonly capabilities: Partial<Record<Platform, Capabilities>>;
  /** The content types its webhooks come in. */
  readonly contentTypes: readonly string[];
  /** What a webhook is answered with once everything is recorded. */
  readonly accepted: Reply;
  /** Largest body its webhooks may have, in bytes, where it is not the usual one. */
  readonly maxBody?: number;
  /** Anybody may write to it: what cannot be used is then passed over, so that nobody fills the dead letters. */
  readonly open?: boolean;
  /** A new channel begins disabled, since the provider bills what passes through it. */
  readonly offAtFirst?: boolean;
  /** What its own findings and notices are called, by their codes; those that any provider may have are not among them. */
  readonly words?: Readonly<Record<string, Words>>;
  /** What connecting an account of each platform takes, in the order of the form. */
  readonly fields: Partial<Record<Platform, readonly Field[]>>;
  /** Nobody's: a request to a channel that is not there is verified against them, so that its refusal takes as long. */
  readonly decoy: Credentials;
  /** Turns what is stored in `channelSecrets` into credentials; throws on a wrong shape. */
  credentials(stored: unknown): Credentials;
  /**
   * Which account of the provider a channel stands for, where one webhook address receives for several: it is
   * compared with the events' `account`.
   */
  accountOf?(account: Account): string | undefined;
  /** The platform a request is about, where that one address receives for several. Never throws. */
  platformOf?(request: RawRequest): Platform | undefined;
  /** The secrets that sign requests to that one address: each speaks for the channels that have it, and for no other. */
  signers?(credentials: Credentials): string[];
  /** The account that several channels share at the provider, named by what concerns them all, such as templates. */
  sharedAccountOf?(account: Account): string | undefined;
  /**
   * Whose the entered credentials are, where a provider tells messages apart within one account only: a channel then
   * stays with the account it began with.
   */
  ownerOf?(credentials: Record<string, string>): string | undefined;
  /** Answers a provider's handshake (GET), such as Meta's challenge; undefined when the request is none or is wrong. */
  greet?(request: RawRequest, credentials: Credentials): Reply | undefined;
  /** Pure, over the raw body, in constant time; false without a secret. */
  verify(request: RawRequest, credentials: Credentials): boolean;
  /** Every event of the request; an unknown kind gives an "unsupported" event, never an exception. */
  parse(request: RawRequest, account: Account): InboundEvent[] | Promise<InboundEvent[]>;
  /** What a recorded request is answered with, where that is not always `accepted`: a call that waits for its TwiML. */
  answer?(request: RawRequest, account: Account): Reply | undefined;
  /** Whose request this is, verified before, and how often they may call: where people's own programs do. */
  rate?(request: RawRequest): Rate;
  /** Hands a message to the provider; throws ProviderError. */
  send(message: OutboundMessage, credentials: Credentials): Promise<Receipt>;
  /**
   * Whom an address that somebody wrote names, where a conversation can be begun by it; undefined where any text may
   * be one. Throws ProviderError for a text that is none.
   */
  addressOf?(text: string, platform: Platform): Sender | undefined;
  /** Whether an address is the account's own, by which nobody else is reached. */
  owns?(account: Account, address: string): boolean;
  /** How to fetch a file that came with a message; may have to ask the provider where it is. Throws ProviderError. */
  media?(
    source: string,
    credentials: Credentials,
    account: Account,
  ): MediaRequest | Promise<MediaRequest>;
  /** Shows the customer that their messages up to this one were read; its failure is nobody's loss. */
  seen?(
    message: { externalId: string; to: string; account: Account },
    credentials: Credentials,
  ): Promise<void>;
  /** Asks what a person is called, where webhooks do not tell; undefined when the provider will not say. */
  profile?(
    address: string,
    account: Account,
    credentials: Credentials,
  ): Promise<{ name?: string; username?: string } | undefined>;
  /** Answers what has to be answered beside a recorded event, such as a pressed button that waits (Telegram). */
  acknowledge?(request: RawRequest, account: Account, credentials: Credentials): Promise<void>;
  /** Asks the provider whether this account works; what is wrong comes back as findings, never as an exception. */
  check?(account: Account, credentials: Credentials): Promise<Finding[]>;
  /** The addresses to enter at the provider, where the account's plain `webhook` does not do. */
  webhooks?(account: Account): WebhookAddress[];
  readonly templates?: TemplateKeeper<Credentials>;
  /** What a provider's error code means, and what kind of remedy it needs. */
  explain(code: string): DeliveryError;
}
