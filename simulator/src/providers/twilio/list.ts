import type { Request, Response } from "express";
import type { World } from "../../phones/world.ts";
import { account, apiVersion } from "./account.ts";
import { messagesOf, resourceOf, type TwilioMessage } from "./message.ts";

const day = 24 * 60 * 60 * 1000;

/** GET …/Messages.json, newest first, with the filters To, From and DateSent (also `DateSent<` and `DateSent>`). */
export function list(world: World, request: Request, response: Response): void {
  const query = new URL(request.originalUrl, "http://localhost").searchParams;
  const size = Math.min(Math.max(Number(query.get("PageSize")) || 50, 1), 1000);
  const page = Math.max(Number(query.get("Page")) || 0, 0);
  const found = [...messagesOf(world).values()].filter((one) => matches(one, query)).reverse();
  const shown = found.slice(page * size, (page + 1) * size);
  const uri = (number: number) => {
    const params = new URLSearchParams({
      ...Object.fromEntries(query),
      Page: String(number),
      PageSize: String(size),
    });
    return `/${apiVersion}/Accounts/${account.sid}/Messages.json?${params}`;
  };
  response.json({
    messages: shown.map(resourceOf),
    page,
    page_size: size,
    start: page * size,
    end: page * size + Math.max(shown.length - 1, 0),
    uri: uri(page),
    first_page_uri: uri(0),
    previous_page_uri: page > 0 ? uri(page - 1) : null,
    next_page_uri: found.length > (page + 1) * size ? uri(page + 1) : null,
  });
}

function matches(message: TwilioMessage, query: URLSearchParams): boolean {
  const to = query.get("To");
  const from = query.get("From");
  const at = message.sentAt ?? message.createdAt;
  const on = timeOf(query.get("DateSent"));
  const before = timeOf(query.get("DateSent<"));
  const after = timeOf(query.get("DateSent>"));
  return (
    (to === null || message.to === to) &&
    (from === null || message.from === from) &&
    (on === null || Math.floor(at / day) === Math.floor(on / day)) &&
    (before === null || at <= before) &&
    (after === null || at >= after)
  );
}

function timeOf(text: string | null): number | null {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? null : time;
}
