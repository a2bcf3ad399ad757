import { deepEqual, ok } from "node:assert/strict";
import { resolve } from "node:path";
import { builtAdapters } from "../functions/src/providers/index.ts";
import { speaking, unagreed, worded } from "./support/agreeing-texts.ts";
import { root, sources } from "./support/sources.ts";

describe("agreement of texts and languages", () => {
  it("the languages stand in one list", () => {
    const files = sources("{schema,bricks,functions,console,widget,simulator}/src/**/*.ts");
    const listed = /"es",\s*"en"|"en",\s*"es"|"es" \| "en"|"en" \| "es"/;
    deepEqual(
      files.filter(({ text }) => listed.test(text)).map(({ path }) => path),
      ["schema/src/languages.ts"],
    );
  });
  it("no code tells one language from another by its name: it asks the list, or a table by language", () => {
    const files = sources("{schema,bricks,functions,console,widget,simulator}/src/**/*.ts");
    const told = /[!=]== "e[sn]"|\? "e[sn](-\w+)?" : "e[sn]|\/\^e[sn]\b/;
    deepEqual(
      files.filter(({ text }) => told.test(text)).map(({ path }) => path),
      [],
    );
  });
  it("every text is there in every language, taking the same values", async () => {
    const paths = sources("console/src/text/*.ts").map(({ path }) => path);
    await Promise.all(paths.map((path) => import(resolve(root, path))));
    const { tables } = await import("../console/src/text/texts.ts");
    ok(tables.length > 0);
    deepEqual(
      tables.flatMap((table) => unagreed(table)),
      [],
    );
  });
  it("so is what functions, chat and simulator say", async () => {
    const { texts } = await import("../functions/src/texts/texts.ts");
    const chat = await import("../widget/src/chat/words.ts");
    const loader = await import("../widget/src/loader/words.ts");
    const page = await import("../simulator/src/page/text/texts.ts");
    const site = await import("../simulator/src/providers/webchat/site.ts");
    deepEqual(
      [texts, chat.words, loader.words, page.tables, page.failures, site.words].flatMap((table) =>
        unagreed(table),
      ),
      [],
    );
  });
  it("so is what the providers say", async () => {
    const said = worded(builtAdapters(), "providers");
    ok(said.length > 100);
    deepEqual(
      said.flatMap(([at, words]) => unagreed(words, at)),
      [],
    );
  });
  it("functions speak by their texts only, and providers by words that stand beside their meaning", () => {
    const files = sources("functions/src/**/*.ts").filter(
      ({ path }) => !/^functions\/src\/(texts\/e[sn]\.ts$|providers\/)/.test(path),
    );
    deepEqual(speaking(files), []);
  });
  it("tables of texts are in console/src/text only", () => {
    const elsewhere = sources("console/src/**/*.ts")
      .filter(({ path }) => !path.startsWith("console/src/text/"))
      .filter(({ text }) => /\btexts\(\{/.test(text));
    deepEqual(
      elsewhere.map(({ path }) => path),
      [],
    );
  });
});
