import { readdirSync, readFileSync } from "node:fs";
import type { RawRequest } from "../../../../functions/src/providers/adapter.ts";

export type Sample = {
  event: string;
  kind: string;
  direction: string;
  request?: { url: string };
  response?: { status: number; contentType: string; headers: Record<string, string> };
  body: Record<string, string>;
};

const folder = new URL("../../../fixtures/twilio/", import.meta.url);

/** Every sample, in order of its name. */
export const samples: Sample[] = readdirSync(new URL("samples/", folder))
  .filter((name) => name.endsWith(".json"))
  .map((name) => fixture<Sample>(`samples/${name}`));

/** Every recorded or documented webhook of Twilio. */
export const webhookSamples: Sample[] = samples.filter(({ direction }) => direction === "webhook");

export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
}

export function sampleBody(event: string): Record<string, string> {
  return fixture<Sample>(`samples/${event}.json`).body;
}

/** A form as it would reach the webhook. */
export function formRequest(
  body: Record<string, string>,
  query: Record<string, string> = {},
): RawRequest {
  return {
    method: "POST",
    url: "https://hilo.example/webhooks/twilio/demo/twilio-whatsapp",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    query,
    rawBody: Buffer.from(new URLSearchParams(body).toString()),
    rest: [],
  };
}
