import { cut } from "@hilo/schema/visible";
import type { ThreadMessage } from "../data/thread-merge.ts";
import { previewOf } from "../pages/inbox/message/preview.ts";
import { t } from "../text/alerts.ts";
import { nameOf } from "../text/who.ts";
import { navigate } from "../ui/navigate.ts";
import type { News } from "./news.ts";
import { permission } from "./permission.ts";

/** What is told outside of the page; of a mention with its note, where that could be had. */
export type Told = { news: News; note?: ThreadMessage };

type Words = { title: string; body: string };

/** How many stand beside each other; more than that at once are one. */
const most = 3;
/** How much of a text is shown, in characters. */
const length = 140;

/** The notifications of this page that its member has not taken away, one for each conversation. */
export class Notices {
  readonly #shown = new Map<string, { notice: Notification; news: News | undefined }>();

  /** `content`: whether they say who it is and what they wrote. */
  show(told: readonly Told[], content: boolean): void {
    if (permission() !== "granted") return;
    if (told.length > most) {
      this.#add("", { title: t.several(told.length), body: "" }, "/inbox", undefined);
      return;
    }
    for (const one of told) {
      const { kind, conversation } = one.news;
      const view = kind === "mention" ? "?view=mentions" : "";
      const words = content ? wordsOf(one) : { title: t[kind], body: "" };
      this.#add(conversation.id, words, `/inbox/${conversation.id}${view}`, one.news);
    }
  }

  /** Takes away those of which there is nothing to see any more. */
  keep(stands: (news: News) => boolean): void {
    for (const { notice, news } of [...this.#shown.values()])
      if (news && !stands(news)) notice.close();
  }

  end(): void {
    for (const { notice } of [...this.#shown.values()]) notice.close();
  }

  #add(id: string, words: Words, address: string, news: News | undefined): void {
    const notice = show(`hilo:${id}`, words);
    if (!notice) return;
    this.#shown.set(id, { notice, news });
    notice.onclick = () => {
      window.focus();
      navigate(address);
      notice.close();
    };
    notice.onclose = () => {
      if (this.#shown.get(id)?.notice === notice) this.#shown.delete(id);
    };
  }
}

/** Shows how a notification looks; tells whether the browser lets a page show any. */
export function showSample(): boolean {
  return show("hilo:sample", { title: t.sample, body: t.sampleBody }) !== undefined;
}

/** One that replaces what has its tag. Its sound is ours, or none. */
function show(tag: string, { title, body }: Words): Notification | undefined {
  try {
    return new Notification(title, { tag, body, icon: "/icon.svg", silent: true });
  } catch {
    // Browsers of phones let only a service worker show them: https://crbug.com/481856
    return undefined;
  }
}

function wordsOf({ news: { kind, conversation }, note }: Told): Words {
  const name = nameOf(conversation);
  const said = previewOf(conversation.preview).text;
  if (kind === "assigned") return { title: name, body: begun(`${t.assigned}. ${said}`) };
  if (kind === "message") return { title: name, body: begun(said) };
  return note
    ? { title: t.mentionedBy(note.author.name), body: begun(note.text) }
    : { title: t.mention, body: name };
}

/** The beginning of a text, on one line. */
function begun(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  const beginning = cut(line, length);
  return beginning === line ? line : `${beginning}…`;
}
