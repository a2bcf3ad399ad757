import assert from "node:assert/strict";
import { house } from "../support/house.ts";

/** Asks the simulator for something, or with a body has it do something; it must answer well. */
export async function control<T = Record<string, unknown>>(
  path: string,
  body?: object,
): Promise<T> {
  const response = await fetch(`${house.simulatorUrl}/control/${path}`, {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  assert.ok(response.ok, text);
  return (text ? JSON.parse(text) : {}) as T;
}
