import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { build, type Plugin } from "vite";
import { language, setLanguage } from "../../console/src/text/language.ts";
import { house } from "../support/house.ts";
import { type Listening, listen } from "../support/listen.ts";
import { pseudo, pseudoOf } from "../support/pseudo.ts";
import { root } from "../support/sources.ts";
import { withNames } from "./openings.ts";

/** The tag that the made-up language goes by: one whose times and lists a browser words like none of ours. */
export const tag = "fi";

/** Builds the console with one language more: its row in the list of languages, and its texts. Nothing else is touched. */
export async function builtWithPseudo(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), "hilo-pseudo-"));
  await build({
    configFile: join(root, "console/vite.config.ts"),
    logLevel: "error",
    plugins: [listed(), withTexts(), emojiNamed(), reached(), openingsNamed()],
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

function withTexts(): Plugin {
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

/** A text as the made-up language has it, which is made of the Spanish one; `read` reads it from its table. */
export function worded<T>(read: () => T): T {
  const before = language();
  setLanguage("es");
  try {
    return pseudoOf(read()) as T;
  } finally {
    setLanguage(before);
  }
}

/** In the page of a walk: says something in passing, and fetches the parts that nothing there to press opens. */
export type Reachable = {
  toast(said: { text: string; undo: () => void; tone: "bad" }): void;
  "hilo-leave"(): Promise<unknown>;
  "hilo-lightbox"(): Promise<unknown>;
  "hilo-link"(): Promise<unknown>;
  "hilo-sign-in-question"(): Promise<unknown>;
  "hilo-whose"(): Promise<unknown>;
};

function reached(): Plugin {
  return {
    name: "reached-from-outside",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("console/src/main.ts")) return null;
      const more = `
        import { toast } from "./ui/toast.ts";
        globalThis.reachable = {
          toast,
          "hilo-leave": () => import("./app/leave-dialog.ts"),
          "hilo-lightbox": () => import("./ui/lightbox.ts"),
          "hilo-link": () => import("./pages/inbox/kinds/link-dialog.ts"),
          "hilo-sign-in-question": () => import("./app/sign-in-change.ts"),
          "hilo-whose": () => import("./ui/whose.ts"),
        };`;
      return { code: code + more, map: null };
    },
  };
}

/** What opens over a page bears its name, so that a walk can tell what it has seen. */
function openingsNamed(): Plugin {
  return {
    name: "openings-named",
    enforce: "pre",
    transform: (code, id) => (id.endsWith(".ts") ? { code: withNames(id, code), map: null } : null),
  };
}
