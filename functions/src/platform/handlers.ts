import type { IncomingMessage } from "node:http";
import type { Endpoint, ParamsOf } from "@hilo/schema";
import type { z } from "zod";
import type { Actor, Guest } from "./auth.ts";

type Parsed<E, Part extends "query" | "body"> =
  E extends Record<Part, infer S extends z.ZodType> ? z.output<S> : undefined;

type Checked<E extends Endpoint> = {
  params: ParamsOf<E["path"]>;
  query: Parsed<E, "query">;
  body: Parsed<E, "body">;
};

/** A call of an endpoint, checked: its parameters, query and body are what the table says. */
export type Call<E extends Endpoint> = Checked<E> & { actor: Actor };

/** A call by somebody who has signed in, whether they work here or not. */
export type GuestCall<E extends Endpoint> = Checked<E> & { guest: Guest };

/** What came of a body that is no JSON: what it says, and what the sender calls it. */
export type Received = { bytes: Buffer; name: string; type: string };

type Answered<E extends Endpoint> = Promise<z.input<E["response"]>>;

/**
 * What answers an upload. Only `receive` sees the request, so that nothing can be done with a body that does not tell
 * one request from another under the same Idempotency-Key.
 */
export type Upload<E extends Endpoint> = {
  receive(request: IncomingMessage, call: Call<E>): Promise<Received>;
  take(call: Call<E>, received: Received): Answered<E>;
};

/** What answers an endpoint, as its row and shapes say. */
export type Handler<E extends Endpoint> = E extends { upload: true }
  ? Upload<E>
  : E extends { permission: null }
    ? (call: GuestCall<E>) => Answered<E>
    : (call: Call<E>) => Answered<E>;

/** What answers the endpoints of a table: one for each, and no other. */
export type Handlers<Table extends Readonly<Record<string, Endpoint>>> = {
  readonly [N in keyof Table]: Handler<Table[N]>;
};
