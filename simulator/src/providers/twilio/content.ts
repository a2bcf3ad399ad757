import { randomBytes } from "node:crypto";
import type { World } from "../../phones/world.ts";
import { BoundedMap } from "../../wire/bounded-map.ts";
import { account } from "./account.ts";
import { demoContents } from "./content-demo.ts";
import type { Content } from "./content-shape.ts";

const kept = new WeakMap<World, BoundedMap<string, Content>>();

/** The contents of the account, oldest first. */
export function contentsOf(world: World): BoundedMap<string, Content> {
  const known = kept.get(world);
  if (known) return known;
  const contents = new BoundedMap<string, Content>(2_000);
  const fill = () => {
    for (const content of structuredClone(demoContents)) contents.set(content.sid, content);
  };
  fill();
  kept.set(world, contents);
  world.onReset.push(() => {
    contents.clear();
    fill();
  });
  return contents;
}

type Written = Pick<Content, "friendly_name" | "language" | "variables" | "types">;

/** Keeps a new content, which nobody has submitted. */
export function keep(world: World, written: Written): Content {
  const now = new Date().toISOString();
  const content: Content = {
    ...written,
    sid: `HX${randomBytes(16).toString("hex")}`,
    account_sid: account.sid,
    date_created: now,
    date_updated: now,
    approval_requests: {
      name: "",
      category: "",
      content_type: "",
      status: "unsubmitted",
      rejection_reason: "",
      allow_category_change: true,
    },
  };
  contentsOf(world).set(content.sid, content);
  return content;
}

/** Submits a content; a name that ends in _rejected is rejected, any other approved. */
export function submit(world: World, content: Content, name: string, category: string): void {
  const content_type = Object.keys(content.types)[0] ?? "";
  content.approval_requests = {
    ...content.approval_requests,
    ...{ name, category, content_type, status: "received" },
  };
  world.timers.after(world.settings.review, () => {
    const rejected = name.endsWith("_rejected");
    content.approval_requests.status = rejected ? "rejected" : "approved";
    content.approval_requests.rejection_reason = rejected
      ? "INVALID_FORMAT. The simulator rejects every name that ends in _rejected."
      : "";
    content.date_updated = new Date().toISOString();
  });
}
