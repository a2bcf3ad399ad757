import { apiBase, type Endpoint, endpoints, Problem, permissions } from "@hilo/schema";
import * as z from "zod";
import { config } from "./config.ts";
import { limitOf, perMinute } from "./limits.ts";

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of the API, made of the endpoint table. */
export function openApi(table: Readonly<Record<string, Endpoint>> = endpoints): Json {
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries(table)) {
    const operation = { [endpoint.method.toLowerCase()]: operationOf(name, endpoint) };
    paths[endpoint.path] = { ...paths[endpoint.path], ...operation };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Hilo",
      version: "1",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: `${config().PUBLIC_BASE_URL}${apiBase}` }],
    security: [{ idToken: [] }],
    paths,
    components: {
      securitySchemes: {
        idToken: { type: "http", scheme: "bearer", bearerFormat: "Firebase ID token" },
        apiKey: { type: "http", scheme: "bearer", bearerFormat: "hilo_<workspace>_<secret>" },
      },
      schemas: { Problem: jsonSchema(Problem, "output") },
    },
  };
}

function operationOf(name: string, endpoint: Endpoint): Json {
  const { summary, status = 200, response, scopes } = endpoint;
  return {
    operationId: name,
    summary,
    description: `${needed(endpoint)} ${allowed(endpoint)}`,
    security: scopes ? [{ idToken: [] }, { apiKey: [] }] : [{ idToken: [] }],
    parameters: parametersOf(endpoint),
    ...requestOf(endpoint),
    responses: {
      [status]: { description: "Done", content: json(jsonSchema(response, "output")) },
      default: {
        description: "A problem (RFC 9457)",
        content: { "application/problem+json": { schema: refTo("Problem") } },
      },
    },
  };
}

function needed({ permission, scopes }: Endpoint): string {
  if (!permission) return "Needs an account that has signed in; it need not work anywhere.";
  const keys = scopes ? `and API keys with the scope ${scopes.join(" or ")} ` : "";
  return `Needs ${permission}, which ${permissions[permission].join(", ")} ${keys}have.`;
}

function allowed(endpoint: Endpoint): string {
  const { member, apiKey } = perMinute[limitOf(endpoint)];
  const keys = endpoint.scopes ? ` and ${apiKey} of an API key` : "";
  return `Each instance takes ${member} such calls of a person${keys} in a minute.`;
}

function parametersOf({ method, path, query }: Endpoint): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  return [...inPath, ...(query ? queryParameters(query) : []), ...headersOf(method)];
}

function queryParameters(query: z.ZodType): Json[] {
  const { properties = {}, required = [] } = z
    .object({
      properties: z.record(z.string(), z.unknown()).optional(),
      required: z.array(z.string()).optional(),
    })
    .parse(jsonSchema(query, "input"));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

function headersOf(method: Endpoint["method"]): Json[] {
  const workspace = { name: "X-Workspace", in: "header", schema: { type: "string" } };
  const key = { name: "Idempotency-Key", in: "header", schema: { type: "string", maxLength: 255 } };
  return method === "GET" ? [workspace] : [workspace, key];
}

/** An upload has no body of JSON: its form has the one field `file`. */
function requestOf({ body, upload }: Endpoint): Json {
  if (body) return { requestBody: { required: true, content: json(jsonSchema(body, "input")) } };
  if (!upload) return {};
  const file = { type: "string", contentMediaType: "application/octet-stream" };
  const schema = { type: "object", properties: { file }, required: ["file"] };
  return { requestBody: { required: true, content: { "multipart/form-data": { schema } } } };
}

function json(schema: Json): Json {
  return { "application/json": { schema } };
}

function refTo(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
