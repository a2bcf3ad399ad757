import { t } from "../text/kept.ts";
import { toast } from "../ui/toast.ts";
import { askBeforeClosing } from "../ui/unsaved.ts";
import { type Device, openDevice } from "./device.ts";
import { drafts } from "./drafts.ts";
import "./enclosing.ts";
import { Keep, type Told } from "./keep.ts";
import { outbox, showOwn } from "./sending.ts";
import { type SignedOut, session } from "./session.ts";
import { keepStaged } from "./staging.ts";
import { alone, type OtherTabs, otherTabs } from "./tab.ts";

type Keeping = { owner: string; keep: Keep; tabs: OtherTabs };

let following = false;
let keeping: Keeping | undefined;
let opening: Promise<Device> | undefined;
/** Whether this browser does not keep what is written. */
let refused = false;

/** Keeps what is written and not sent, for whoever is signed in. */
export function keepOnDevice(): void {
  if (following) return;
  following = true;
  session.subscribe(follow);
  follow();
  askBeforeClosing(() => outbox.waits || (refused && drafts.any));
}

function follow(): void {
  const now = session.value;
  if (now === "loading") return;
  if ("why" in now) part(now.why);
  else sit(`${now.workspaceId}:${now.uid}`);
}

function sit(owner: string): void {
  if (keeping?.owner === owner) return;
  if (keeping) leaveBehind();
  void begin(owner);
}

async function begin(owner: string): Promise<void> {
  const tabs = otherTabs(owner, hear);
  const keep = new Keep(owner, { open: device, alone, tell: tabs.tell, failed });
  keeping = { owner, keep, tabs };
  const found = await keep.find();
  if (keeping?.keep !== keep) return;
  const { letters = [], drafts: written = [], staged = [] } = found ?? {};
  drafts.keepOn((key, draft) => keep.keepDraft(key, draft), written);
  keepStaged(keep, staged);
  for (const { enclosures } of letters) showOwn(enclosures);
  await outbox.keepOn(keep, letters);
}

function part(why: SignedOut["why"]): void {
  const before = keeping;
  keeping = undefined;
  before?.tabs.close();
  if (takesAlong(why)) void before?.keep.clear();
}

/**
 * Whether nothing of who was signed in stays. A session that ran out leaves it for its member to come back, and a tab
 * that hears of an end leaves it to the one in which somebody ended it.
 */
export function takesAlong(why: SignedOut["why"]): boolean {
  return why === "left" || why === "disabled" || why === "noWorkspace";
}

/** Another workspace of the same person: what was written in this one waits on the device. */
function leaveBehind(): void {
  part("ended");
  outbox.forget();
  drafts.forget();
}

function hear(told: Told): void {
  if (told.type === "draft") {
    keeping?.keep.overtaken(told.key);
    drafts.hear(told.key, told.draft);
  } else {
    if (told.type === "letter") showOwn(told.letter.enclosures);
    outbox.hear(told);
  }
}

function device(): Promise<Device> {
  opening ??= openDevice(lost).catch((cause: unknown) => {
    opening = undefined;
    throw cause;
  });
  return opening;
}

/** The browser closed the database, perhaps emptied: what is here is kept anew, in the one opened next. */
function lost(): void {
  opening = undefined;
  if (keeping) void outbox.keepOn(keeping.keep, []);
}

function failed(): void {
  if (!refused) toast({ text: t.unkept, tone: "bad" });
  refused = true;
}
