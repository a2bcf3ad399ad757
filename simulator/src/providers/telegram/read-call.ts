import type { Request } from "express";
import { description, faultOfFields } from "./description.ts";
import { badRequest, type Refusal, refusal } from "./failures.ts";

/** The parameters of a call; an uploaded file is a File. */
export type Params = Record<string, unknown>;

type Read = { params: Params; refused?: never } | { params?: never; refused: Refusal };

/** Reads a call of a method by the description, whatever form its parameters came in. */
export async function readCall(method: string, request: Request): Promise<Read> {
  const described = description.methods[method];
  if (!described) return { refused: refusal(404, "Not Found") };
  const fields = described.fields ?? {};
  const params = await parametersOf(request, fields);
  if (!params) return { refused: badRequest("can't parse the request's body") };
  const fault = faultOfFields(description, fields, params);
  return fault ? { refused: badRequest(worded(fault)) } : { params };
}

/** Telegram has words of its own for what is forgotten most often. */
function worded(fault: string): string {
  if (fault === "chat_id is missing") return "chat_id is empty";
  if (fault === "text is missing") return "message text is empty";
  return fault;
}

async function parametersOf(
  request: Request,
  fields: Record<string, string>,
): Promise<Params | null> {
  const query = Object.entries(request.query).map(([name, value]) => [name, String(value)]);
  const texts = (entries: Iterable<string[]>) =>
    [...entries].map(([name = "", value = ""]) => [name, typed(value, fields[name] ?? "String")]);
  const form = Buffer.isBuffer(request.body) ? await formOf(request, request.body) : undefined;
  if (form === null) return null;
  const body = form
    ? [...form].map(([name, value]) => [
        name,
        typeof value === "string" ? typed(value, fields[name] ?? "String") : value,
      ])
    : bodyEntries(request, texts);
  return Object.fromEntries([...texts(query), ...body]);
}

function bodyEntries(request: Request, texts: (entries: Iterable<string[]>) => unknown[][]) {
  const body: Params = Object(request.body);
  if (request.is("application/x-www-form-urlencoded"))
    return texts(Object.entries(body).map(([name, value]) => [name, String(value)]));
  return Object.entries(body);
}

/** In a form everything is text: what is described as something else is read as JSON. */
function typed(text: string, type: string): unknown {
  if (/\bString\b/.test(type) && !type.startsWith("Array of")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function formOf(request: Request, body: Buffer): Promise<FormData | null> {
  const type = request.headers["content-type"] ?? "";
  try {
    const whole = new Response(new Uint8Array(body), { headers: { "content-type": type } });
    return await whole.formData();
  } catch {
    return null;
  }
}
