import type { ListedConversation } from "@hilo/schema";
import { priorities } from "@hilo/schema/words";
import { t } from "../../../../text/desk.ts";
import { clockTime, upcoming } from "../../../../text/formats.ts";
import { w } from "../../../../text/words.ts";
import type { MenuItem } from "../../../../ui/menu.ts";
import { snoozeTimes } from "./snooze-times.ts";

/** Until when it can be put off. */
export function snoozeItems(now: number): MenuItem[] {
  const times = snoozeTimes(now).map(({ id, at }) => ({
    id: String(at),
    text: t[id],
    hint: id === "monday" || id === "nextWeek" ? upcoming(at, now) : clockTime(at),
  }));
  return [
    ...times,
    { id: "answer", text: t.untilAnswer, icon: "message", apart: true },
    { id: "pick", text: t.pickTime, icon: "clock" },
  ];
}

/** Everything else; on a narrow screen also what has no button there. */
export function moreItems({ status, priority }: ListedConversation, narrow: boolean): MenuItem[] {
  const done = status === "resolved" || status === "closed";
  return [
    ...(narrow ? narrowItems(done) : []),
    ...(status === "waiting" || done
      ? []
      : [{ id: "waiting", text: t.wait, icon: "clock" } as const]),
    ...(done ? [] : [{ id: "next", text: t.resolveNext, icon: "checkCheck" } as const]),
    { id: "unread", text: t.markUnread, icon: "mail" },
    ...(status === "closed" ? [] : [{ id: "closed", text: t.close, icon: "lock" } as const]),
    ...priorities.toReversed().map((id, index) => ({
      id: `priority:${id}`,
      text: `${t.priority}: ${w[id].toLocaleLowerCase()}`,
      checked: priority === id,
      apart: index === 0,
    })),
    { id: "find", text: t.find, icon: "search", apart: true },
    { id: "details", text: t.details, icon: "panelRight" },
  ];
}

function narrowItems(done: boolean): MenuItem[] {
  return [
    {
      id: done ? "open" : "resolved",
      text: done ? t.reopen : t.resolve,
      icon: done ? "refresh" : "check",
    },
    { id: "assign", text: t.assign, icon: "user" },
    { id: "snooze", text: t.snooze, icon: "alarmClock" },
  ];
}
