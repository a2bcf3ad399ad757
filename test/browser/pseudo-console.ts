import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { build, type Plugin } from "vite";
import { house } from "../support/house.ts";
import { type Listening, listen } from "../support/listen.ts";
import { pseudo, pseudoOf } from "../support/pseudo.ts";
import { root } from "../support/sources.ts";

/** The tag that the made-up language goes by: one whose times and lists a browser words like none of ours. */
export const tag = "fi";

/** Builds the console with one language more: its row in the list of languages, and its texts. Nothing else is touched. */
export async function builtWithPseudo(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), "hilo-pseudo-"));
  await build({
    configFile: join(root, "console/vite.config.ts"),
    logLevel: "error",
    plugins: [listed(), worded(), emojiNamed()],
    build: { outDir, emptyOutDir: true, minify: false, reportCompressedSize: false },
  });
  return outDir;
}

/** Serves what was built; all else is asked of the house. */
export function servePseudo(folder: string): Promise<Listening> {
  return listen((request, response) => {
    const path = request.url ?? "/";
    const { pathname } = new URL(path, house.baseUrl);
    const file = join(folder, pathname);
    if (pathname !== "/" && existsSync(file)) {
      response.setHeader("content-type", typeOf[extname(file)] ?? "application/octet-stream");
      response.end(readFileSync(file));
    } else if (request.headers["sec-fetch-dest"] === "document") {
      response.setHeader("content-type", "text/html");
      response.end(readFileSync(join(folder, "index.html")));
    } else
      void passOn(request, response).catch((error: unknown) => response.destroy(asError(error)));
  });
}

const typeOf: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "GET", url = "/" } = request;
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && !/^(host|connection|content-length|accept-encoding)$/.test(name)
      ? [[name, value]]
      : [],
  );
  const body = await buffer(request);
  const sent = method === "GET" || method === "HEAD" ? {} : { body: new Uint8Array(body) };
  const answer = await fetch(`${house.baseUrl}${url}`, {
    method,
    headers,
    redirect: "manual",
    ...sent,
  });
  answer.headers.forEach((value, name) => {
    if (!/^(content-encoding|content-length|transfer-encoding|connection)$/.test(name))
      response.setHeader(name, value);
  });
  response.statusCode = answer.status;
  const isOfChannels = /^\/api\/v1\/channel/.test(url) && method === "GET" && answer.ok;
  if (isOfChannels) response.end(JSON.stringify(withPseudo(await answer.json())));
  else response.end(Buffer.from(await answer.arrayBuffer()));
}

/** What the providers say of themselves, in this language, too. */
function withPseudo(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPseudo);
  if (typeof value !== "object" || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withPseudo(v)]));
  return typeof inner.es === "string" ? { ...inner, [tag]: pseudo(inner.es) } : inner;
}

function listed(): Plugin {
  return {
    name: "one-language-more",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("schema/src/languages.ts")) return null;
      const list = code.replace('["es", "en"]', `["es", "en", "${tag}"]`);
      const names = list.replace('en: "English"', `en: "English", ${tag}: "${pseudo("Otro")}"`);
      return { code: names.replace('en: "en-GB"', `en: "en-GB", ${tag}: "fi-FI"`), map: null };
    },
  };
}

function worded(): Plugin {
  const own = "\0pseudo-texts.js";
  const code = `
    import { texts as real } from ${JSON.stringify(join(root, "console/src/text/texts.ts"))};
    import { pseudoOf } from ${JSON.stringify(join(root, "test/support/pseudo.ts"))};
    export const texts = (words) => real({ ...words, ${tag}: pseudoOf(words.es) });`;
  return {
    name: "its-texts",
    enforce: "pre",
    resolveId: (source, from) =>
      source === "./texts.ts" && from?.includes("console/src/text/") ? own : null,
    load: (id) => (id === own ? code : null),
  };
}

function emojiNamed(): Plugin {
  return {
    name: "its-emoji",
    enforce: "pre",
    load(id) {
      if (!id.endsWith("emoji-names.txt?raw")) return null;
      const lines = readFileSync(id.replace("?raw", ""), "utf8").split("\n").filter(Boolean);
      const named = lines.map((line) => {
        const [emoji, es = "", en, further] = line.split("|");
        return [emoji, es, en, String(pseudoOf(es)), further].join("|");
      });
      return `export default ${JSON.stringify(named.join("\n"))};`;
    },
  };
}
