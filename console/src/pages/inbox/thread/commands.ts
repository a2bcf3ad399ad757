import { t as composer } from "../../../text/composer.ts";
import { t } from "../../../text/desk.ts";
import type { Command } from "../../../ui/commands.ts";

/** What the keyboard can do in an open conversation. */
export type ThreadDeeds = {
  write: (mode: "reply" | "note") => void;
  menu: (menu: "assign" | "snooze") => void;
  resolve: () => void;
  goOn: () => void;
  /** Sends what is written, and resolves with it. */
  sendAndResolve: () => void;
  markUnread: () => void;
  quick: () => void;
  find: () => void;
  /** Whether the conversation is what one is at. */
  isAt: () => boolean;
};

export function threadCommands({
  write,
  menu,
  resolve,
  goOn,
  sendAndResolve,
  markUnread,
  quick,
  find,
  isAt,
}: ThreadDeeds): Command[] {
  return [
    {
      id: "reply",
      text: () => composer.reply,
      keys: "r",
      icon: "reply",
      run: () => write("reply"),
    },
    { id: "note", text: () => composer.note, keys: "n", icon: "note", run: () => write("note") },
    { id: "quick", text: () => composer.quick, keys: "q", icon: "zap", run: quick },
    { id: "assign", text: () => t.assign, keys: "a", icon: "user", run: () => menu("assign") },
    {
      id: "snooze",
      text: () => t.snooze,
      keys: "s",
      icon: "alarmClock",
      run: () => menu("snooze"),
    },
    {
      id: "resolve",
      text: () => `${t.resolve} / ${t.reopen}`,
      keys: "e",
      icon: "check",
      run: resolve,
    },
    {
      id: "resolveNext",
      text: () => t.resolveNext,
      keys: "Shift+e",
      icon: "checkCheck",
      run: goOn,
    },
    {
      id: "sendAndResolve",
      text: () => composer.sendAndResolve,
      keys: "Mod+Shift+Enter",
      icon: "checkCheck",
      run: sendAndResolve,
    },
    {
      id: "unread",
      text: () => t.markUnread,
      keys: "u",
      icon: "mail",
      run: markUnread,
    },
    {
      id: "find",
      text: () => t.find,
      keys: "Mod+f",
      icon: "search",
      run: find,
      when: isAt,
    },
  ];
}
