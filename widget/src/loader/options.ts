import { languageIn } from "@hilo/schema/languages";
import type { Identity, Language } from "../protocol.ts";

/** What the script tag says. */
export type Options = {
  /** The folder that the script came from, with its slash. */
  base: string;
  workspace: string;
  channel: string;
  siteKey: string;
  language: Language;
  color: string;
  side: "left" | "right";
  identity: Identity | null;
};

/** Reads `<script src data-workspace data-channel data-site-key …>`. */
export function optionsOf({ src, dataset }: HTMLScriptElement): Options {
  const { workspace = "", channel = "", siteKey = "", color = "", side } = dataset;
  const language = dataset.language || document.documentElement.lang || navigator.language;
  return {
    base: new URL(".", src).href,
    workspace,
    channel,
    siteKey,
    language: languageIn(language) ?? "en",
    color: /^#[0-9a-f]{6}$/i.test(color) ? color : "",
    side: side === "left" ? "left" : "right",
    identity: identityIn(dataset),
  };
}

function identityIn({
  identity,
  userId,
  userName,
  userEmail,
  userSignature,
}: DOMStringMap): Identity | null {
  if (identity) return identity;
  if (!userId || !userSignature) return null;
  return {
    id: userId,
    signature: userSignature,
    ...(userName ? { name: userName } : {}),
    ...(userEmail ? { email: userEmail } : {}),
  };
}
