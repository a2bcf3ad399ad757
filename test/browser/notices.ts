import type { BrowserContext, Page } from "playwright-core";
import { soon } from "./scene.ts";

/** A notification that a page has shown. */
export type Notice = { title: string; body: string; tag: string; open: boolean };

type Recorded = {
  notices: (Notice & { onclick?: () => void; onclose?: () => void })[];
  asked: number;
  tones: number;
};

/** Records in the context's pages what they show and sound; `permission` is what the browser says of notifications. */
export async function record(
  context: BrowserContext,
  permission: NotificationPermission,
  answer: NotificationPermission = permission,
): Promise<void> {
  await context.addInitScript(standIn, { permission, answer });
}

/** Runs in the page: in place of what shows and sounds outside of it. */
function standIn({ permission, answer }: Record<"permission" | "answer", NotificationPermission>) {
  const recorded: Recorded = { notices: [], asked: 0, tones: 0 };
  class Shown {
    static permission = permission;
    static async requestPermission() {
      recorded.asked += 1;
      Shown.permission = answer;
      return answer;
    }
    title: string;
    body: string;
    tag: string;
    open = true;
    onclick?: () => void;
    onclose?: () => void;
    constructor(title: string, { body = "", tag = "" }: NotificationOptions = {}) {
      this.title = title;
      this.body = body;
      this.tag = tag;
      recorded.notices.push(this as Recorded["notices"][number]);
    }
    close() {
      this.open = false;
      this.onclose?.();
    }
  }
  class Heard extends AudioContext {
    override createOscillator() {
      recorded.tones += 1;
      return super.createOscillator();
    }
    // The machine may have nothing to be heard by.
    override resume() {
      return Promise.resolve();
    }
  }
  Object.assign(window, { Notification: Shown, AudioContext: Heard, recorded });
}

/** What a page has shown so far. */
export function noticesOf(page: Page): Promise<Notice[]> {
  return page.evaluate(() =>
    (window as unknown as { recorded: Recorded }).recorded.notices.map((one) => ({
      title: one.title,
      body: one.body,
      tag: one.tag,
      open: one.open,
    })),
  );
}

/** Waits for a notification that says this in its title or body. */
export function notice(page: Page, words: string): Promise<Notice> {
  return soon(async () => {
    const found = (await noticesOf(page)).findLast(({ title, body }) =>
      `${title}\n${body}`.includes(words),
    );
    return found ?? false;
  });
}

/** Presses the notification that was shown last. */
export function pressNotice(page: Page): Promise<void> {
  return page.evaluate(() => {
    (window as unknown as { recorded: Recorded }).recorded.notices.at(-1)?.onclick?.();
  });
}

export function count(page: Page, what: "asked" | "tones"): Promise<number> {
  return page.evaluate(
    (name) => (window as unknown as { recorded: Recorded }).recorded[name],
    what,
  );
}
