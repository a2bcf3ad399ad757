import { readdirSync, readFileSync } from "node:fs";
import type { RawRequest } from "../../../../functions/src/providers/adapter.ts";

type Json = Record<string, unknown>;

export type Sample = {
  event: string;
  kind: string;
  direction: string;
  body: Json;
  request?: { headers: Record<string, string> };
  response?: { status: number };
};

const folder = new URL("../../../fixtures/kapso/", import.meta.url);

export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
}

/** Every sample, in order of its name. */
export const samples: Sample[] = readdirSync(new URL("samples/", folder)).map((name) =>
  fixture<Sample>(`samples/${name}`),
);

/** Every documented webhook of Kapso. */
export const webhookSamples: Sample[] = samples.filter(({ direction }) => direction === "webhook");

export function sample(event: string): Sample {
  return fixture<Sample>(`samples/${event}.json`);
}

export const settings = { phoneNumberId: "106540352242922" };

/** A webhook as it would reach us. */
export function jsonRequest(body: unknown, headers: Record<string, string> = {}): RawRequest {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method: "POST",
    url: "https://hilo.example/webhooks/kapso/demo/kapso",
    headers: { "content-type": "application/json", ...Object.fromEntries(lower) },
    query: {},
    rawBody: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
    rest: [],
  };
}

export function sampleRequest({ body, request }: Sample): RawRequest {
  return jsonRequest(body, request?.headers);
}
