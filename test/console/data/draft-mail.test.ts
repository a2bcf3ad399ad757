import assert from "node:assert/strict";
import {
  type DraftMail,
  filesBeside,
  filesToSend,
  isAddressed,
  isBare,
  mailToSend,
} from "../../../console/src/data/draft-mail.ts";
import { draftAt } from "../../../console/src/data/kept-shapes.ts";
import { joined } from "../../../console/src/pages/inbox/composer/writing/joined.ts";
import { othersOf } from "../../../console/src/pages/inbox/mail/others-of.ts";

const forwards = {
  conversationId: "c",
  messageId: "m",
  name: "Ana",
  at: 1,
  text: "Hola",
  files: ["a.pdf"],
};

describe("an e-mail being written", () => {
  it("is kept as it was written, and nothing else that is found with it", () => {
    const mail = { cc: ["ana@x.cl", "nadie"], bcc: ["b@x.cl"], html: "<b>a</b>", pictures: ["p"] };
    const whole = { text: "a", subject: "s", mail: { ...mail, all: true, forwards } };
    assert.deepEqual(draftAt("k", whole), [["k", whole]]);
    const odd = { cc: [1], bcc: "b", html: 2, all: "yes", forwards: { messageId: 1 }, other: 1 };
    assert.deepEqual(draftAt("k", { text: "a", mail: odd }), [["k", { text: "a", mail: {} }]]);
  });

  it("is something as soon as somebody gets a copy, and nothing with nothing but pictures gone", () => {
    const some: DraftMail[] = [
      { cc: ["a"] },
      { bcc: ["a"] },
      { html: "<b>a</b>" },
      { all: true },
      { forwards },
    ];
    for (const one of some) assert.ok(!isBare(one));
    for (const one of [undefined, {}, { cc: [], html: "" }, { pictures: ["p"] }])
      assert.ok(isBare(one));
  });

  it("goes when everybody can be written to, and not too many", () => {
    assert.ok(isAddressed({ cc: ["ana@x.cl"], bcc: [] }));
    assert.ok(!isAddressed({ cc: ["ana"] }));
    assert.ok(!isAddressed({ bcc: Array.from({ length: 21 }, (_, at) => `a${at}@x.cl`) }));
  });

  it("takes the pictures of its text along first, and leaves out what was taken out", () => {
    const files = ["bill", "gone", "seen"].map((id) => ({ id }));
    const mail = { html: '<p><img src="cid:seen"></p>', pictures: ["gone", "seen"] };
    assert.deepEqual(filesToSend(files, mail), [{ id: "seen" }, { id: "bill" }]);
    assert.deepEqual(filesBeside(files, mail), [{ id: "bill" }]);
  });

  it("names its pictures as the server does, and leaves out those that are lost", () => {
    const html = '<p><img src="cid:one" alt="1"><img src="cid:lost"></p>';
    assert.deepEqual(mailToSend({ cc: ["a@x.cl"], html, all: true }, [["one", "file-1"]]), {
      cc: ["a@x.cl"],
      html: '<p><img src="cid:file-1" alt="1"></p>',
    });
    assert.deepEqual(mailToSend({ forwards }), {
      forwards: { conversationId: "c", messageId: "m" },
    });
    assert.equal(mailToSend({ cc: [], html: "", pictures: ["p"] }), undefined);
  });

  it("comes back with its form above what was written meanwhile", () => {
    const back = { text: "negra", mail: { html: "<p><b>negra</b></p>", cc: ["a@x.cl"] } };
    const both = joined(back, { text: "más & <otra>\ncosa" });
    assert.equal(both.mail?.html, "<p><b>negra</b></p><p>más &#38; &#60;otra&#62;<br>cosa</p>");
    assert.deepEqual(both.mail?.cc, ["a@x.cl"]);
    assert.equal(joined({ text: "a" }, { text: "b" }).mail, undefined);
  });
});

describe("an answer to all", () => {
  const here = {
    conversationId: "C0ffee",
    address: "ana@x.cl",
    own: ["hola@hilo.test", "ventas@hilo.test"],
  };
  const told = (to: string[], cc: string[], address = "ana@x.cl") =>
    othersOf({ mail: { subject: "", references: [], to, cc }, sender: { address } }, here);

  const rows: [string, string[], string[]][] = [
    ["ourselves alone", told(["hola@hilo.test"], []), []],
    [
      "the others, each once",
      told(["HOLA@hilo.test", "b@x.cl"], ["B@x.cl", "c@x.cl"]),
      ["b@x.cl", "c@x.cl"],
    ],
    ["names and brackets", told(["Beto <b@x.cl>"], ["Ana <ana@x.cl>"]), ["b@x.cl"]],
    ["another of our mailboxes", told(["ventas@hilo.test"], []), []],
    ["our address of the thread", told(["in+c0ffee-0123456789@mx.test"], ["b@x.cl"]), ["b@x.cl"]],
    ["our address with something behind a plus", told(["hola+web@hilo.test"], []), []],
    ["a colleague of the customer who wrote", told(["ana@x.cl"], [], "d@x.cl"), ["d@x.cl"]],
    ["what is no address", told(["undisclosed-recipients:;"], []), []],
  ];
  for (const [name, found, wanted] of rows)
    it(`goes by ${name}`, () => assert.deepEqual(found, wanted));
});
