import assert from "node:assert/strict";
import { checkLink, linkTo, linkToHeld } from "../../../functions/src/files/links.ts";
import { setClock } from "../../../functions/src/platform/clock.ts";
import { signLink } from "../../../functions/src/platform/crypto.ts";

const at = Date.UTC(2026, 10, 20, 12);
const minute = 60_000;

/** Opens a link some time later, as changed by somebody. */
function open(link: string, later = 0, change: (url: URL) => void = () => undefined): void {
  const url = new URL(link);
  change(url);
  setClock(() => at + later);
  const [, , workspaceId = "", fileId = ""] = url.pathname.split("/");
  checkLink(workspaceId, fileId, Object.fromEntries(url.searchParams));
}

describe("a link to a file", () => {
  beforeEach(() => setClock(() => at));
  after(() => setClock());

  it("names the file, and opens it for 15 minutes", () => {
    const link = linkTo("demo", "file-1");
    assert.match(
      link,
      /^http:\/\/127\.0\.0\.1:5000\/files\/demo\/file-1\?expires=\d+&signature=[\w-]{43}$/,
    );
    open(link);
    open(link, 15 * minute - 1);
  });

  it("opens for as short a time as was asked", () => {
    const link = linkTo("demo", "file-1", 60);
    open(link, minute - 1);
    assert.throws(() => open(link, minute), { code: "gone", status: 410 });
  });

  it("never opens longer, whatever was asked", () => {
    const link = linkTo("demo", "file-1", 24 * 3600);
    assert.throws(() => open(link, 15 * minute), { status: 410 });
  });

  it("is refused when it was signed for longer than 15 minutes", () => {
    const expires = at + 15 * minute + 1;
    const signature = signLink(`file\ndemo\nfile-1\n${expires}`);
    const link = `http://127.0.0.1:5000/files/demo/file-1?expires=${expires}&signature=${signature}`;
    assert.throws(() => open(link), { code: "notAllowed", status: 403 });
    open(link, 1);
  });

  const changes: [row: string, change: (url: URL) => void][] = [
    [
      "another workspace",
      (url) => {
        url.pathname = "/files/other/file-1";
      },
    ],
    [
      "another file",
      (url) => {
        url.pathname = "/files/demo/file-2";
      },
    ],
    ["a later end", (url) => url.searchParams.set("expires", `${at + 10 * minute}`)],
    ["the same end written otherwise", (url) => url.searchParams.set("expires", `0${at + minute}`)],
    ["no end", (url) => url.searchParams.delete("expires")],
    ["the claim that it may open what is held back", (url) => url.searchParams.set("held", "1")],
    ["no signature", (url) => url.searchParams.delete("signature")],
    ["an empty signature", (url) => url.searchParams.set("signature", "")],
    ["a signature of other characters", (url) => url.searchParams.set("signature", "ñ".repeat(43))],
    [
      "a longer signature",
      (url) => url.searchParams.set("signature", `${url.searchParams.get("signature")}A`),
    ],
    [
      "one other character",
      (url) => {
        const signature = url.searchParams.get("signature") ?? "";
        url.searchParams.set("signature", (signature[0] === "A" ? "B" : "A") + signature.slice(1));
      },
    ],
  ];
  for (const [row, change] of changes) {
    it(`is refused with ${row}, also when it is over`, () => {
      const link = linkTo("demo", "file-1", 60);
      assert.throws(() => open(link, 0, change), { code: "notAllowed", status: 403 });
      assert.throws(() => open(link, 2 * minute, change), { code: "notAllowed", status: 403 });
    });
  }

  it("to what is held back opens for a minute, and only as what it is", () => {
    const { link, expires } = linkToHeld("demo", "file-1");
    assert.equal(expires, at + minute);
    open(link, minute - 1);
    assert.throws(() => open(link, minute), { code: "gone" });
    const plainly = (url: URL) => url.searchParams.delete("held");
    assert.throws(() => open(link, 0, plainly), { code: "notAllowed" });
  });

  it("is refused when the query repeats itself", () => {
    const expires = [`${at + minute}`, `${at + minute}`];
    assert.throws(() => checkLink("demo", "file-1", { expires, signature: "x" }), { status: 403 });
  });
});
