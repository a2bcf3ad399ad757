import { Refused } from "./session.ts";

/** Posts to the house in a visitor's name; throws `Refused`, or TypeError without a network. */
export async function post(path: string, body: object, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Refused(answer.status, "");
}
