import type { Capabilities, DeliveryError, InboundEvent, Platform, Provider } from "@hilo/schema";

/** A request as it came: the raw body is what signatures are computed over. */
export type RawRequest = {
  method: string;
  /** The public address called, as the provider knows it: PUBLIC_BASE_URL + path + query. */
  url: string;
  headers: Record<string, string | undefined>;
  query: Record<string, string>;
  rawBody: Buffer;
};

/** What a webhook answers when its provider wants more than 200. */
export type Reply = { status: number; contentType: string; body: string };

/** A message on its way out, in our words. */
export type OutboundMessage = {
  workspaceId: string;
  conversationId: string;
  messageId: string;
  platform: Platform;
  /** Our own address on the channel. */
  from: string;
  to: string;
  kind: string;
  text: string;
  /** Public links to the files, signed for a short while. */
  files: { url: string; type: string; name: string }[];
  template?: { id: string; variables: Record<string, string> };
  /** The provider's id of the quoted message. */
  replyTo?: string;
  /** Where the provider reports the delivery: this channel's own webhook address. */
  webhook: string;
  settings: Record<string, string>;
};

/** The provider has taken the message. */
export type Receipt = { externalId: string };

/** A request that fetches a file the provider holds; the credentials stay on its first host. */
export type MediaRequest = { url: string; headers: Record<string, string>; hosts: string[] };

export type ChannelErrorKind = "refused" | "unreachable" | "rateLimited" | "unknown";

/**
 * A delivery that did not go through. `refused`: the provider said no; `unreachable`: the request was never
 * written; `rateLimited`: later, after `retryAfter` ms; `unknown`: written, but no answer — never resent blindly.
 */
export class ChannelError extends Error {
  readonly kind: ChannelErrorKind;
  readonly code: string;
  readonly retryAfter: number | undefined;

  constructor(
    kind: ChannelErrorKind,
    code: string,
    message: string,
    options: { retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "ChannelError";
    this.kind = kind;
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}

/** What every provider is to Hilo. Pure but for `send`; no Firestore, no knowledge of the rooms. */
export interface Channel<Credentials> {
  readonly provider: Provider;
  readonly capabilities: Partial<Record<Platform, Capabilities>>;
  /** The content types its webhooks come in. */
  readonly contentTypes: readonly string[];
  /** What a webhook is answered with once everything is recorded. */
  readonly accepted: Reply;
  /** Nobody's: a request to a channel that is not there is verified against them, so that its refusal takes as long. */
  readonly decoy: Credentials;
  /** Turns what is stored in `channelSecrets` into credentials; throws on a wrong shape. */
  credentials(stored: unknown): Credentials;
  /** Answers a provider's handshake, such as Meta's GET challenge. */
  greet?(request: RawRequest, credentials: Credentials): Reply;
  /** Pure, over the raw body, in constant time; false without a secret. */
  verify(request: RawRequest, credentials: Credentials): boolean;
  /** Every event of the request; an unknown kind gives an "unsupported" event, never an exception. */
  parse(request: RawRequest, platform: Platform): InboundEvent[];
  /** Hands a message to the provider; throws ChannelError. */
  send(message: OutboundMessage, credentials: Credentials): Promise<Receipt>;
  /** How to fetch a file that came with a message. */
  media?(source: string, credentials: Credentials): MediaRequest;
  /** What a provider's error code means, and what kind of remedy it needs. */
  explain(code: string): DeliveryError;
}
