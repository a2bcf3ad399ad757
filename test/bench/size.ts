import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { allPages } from "../../console/src/app/pages.ts";
import { kb } from "./support/figures.ts";
import { report } from "./support/report.ts";

// JavaScript that each page of the console and the web chat make a browser load, gzip: `npm run bench:size`.

const folder = new URL("../../console/dist/", import.meta.url);
const files = readdirSync(new URL("assets/", folder)).filter((name) => name.endsWith(".js"));
const entry = /src="\/assets\/([^"]+\.js)"/.exec(read("index.html"))?.[1];
if (!entry) throw new Error("index.html loads no script: the console is not built");

const signIn = closure(entry, ...chunks("sign-in"));
const shell = [entry, ...chunks("shell"), ...chunks("firestore")];
const inbox = closure(...shell, ...chunks("inbox"));

const widget = new URL("../../widget/dist/", import.meta.url);
const chat = readdirSync(new URL("assets/", widget)).map((name) => `assets/${name}`);

report([
  row("sign-in", signIn, 60),
  row("inbox, all in all", inbox, 190),
  row("an open conversation, more than the inbox", moreThanInbox("thread-pane"), 40),
  row("writing an e-mail, more than an open conversation", moreThanThread("mail-parts"), 40),
  ...allPages
    .filter(({ name }) => name !== "inbox")
    .map(({ name }) => row(`${name}, more than the inbox`, moreThanInbox(name), 40)),
  weigh("web chat, loader", [new URL("widget.js", widget)], 5),
  weigh(
    "web chat, all in all",
    ["widget.js", ...chat.filter((name) => name.endsWith(".js"))].map(
      (name) => new URL(name, widget),
    ),
    120,
  ),
]);

function moreThanThread(part: string): Set<string> {
  const thread = closure(...shell, ...chunks("inbox"), ...chunks("thread-pane"));
  return new Set([...closure(...chunks(part))].filter((name) => !thread.has(name)));
}

function moreThanInbox(page: string): Set<string> {
  const whole = closure(...shell, ...chunks(page));
  return new Set([...whole].filter((name) => !inbox.has(name)));
}

function row(what: string, names: ReadonlySet<string>, budget: number) {
  const paths = [...names].map((name) => new URL(`assets/${name}`, folder));
  return weigh(what, paths, budget);
}

function weigh(what: string, paths: readonly URL[], budget: number) {
  const bytes = paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
  const ok = bytes <= budget * 1000;
  return { what, figure: kb(bytes), budget: `≤ ${budget} KB`, ok };
}

/** The files of a part of the bundle, whose names carry a hash. */
function chunks(part: string): string[] {
  const found = files.filter((name) => name.replace(/-[\w-]{8}\.js$/, "") === part);
  if (found.length === 0) throw new Error(`The bundle has no part named ${part}`);
  return found;
}

/** The files and all that they import at the top. */
function closure(...names: string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const [, next] of read(`assets/${name}`).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)/g))
      visit(next ?? "");
  };
  for (const name of names) visit(name);
  return seen;
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}
