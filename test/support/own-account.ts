import { type Source, withoutComments } from "./sources.ts";

/** How Firebase changes an account from the browser, by name or by method. */
const changes = /\b(update(Profile|Email|Password)|verifyBeforeUpdateEmail)\b/;
/** The one place where a token is made anew. */
const renewal = "console/src/data/session.ts";
/** `getIdToken(user, …)` and `user.getIdToken(…)` with anything that may be true; the same of its result. */
const renewed = /\bgetIdToken(Result)?\(\s*(\w+(\.\w+)*\s*,\s*(?!\s|false\b)|true\b)/;

/** Files that change the account of who signed in, which is the API's to do, or renew their token by themselves. */
export function ownAccount(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => /^(console|widget|bricks|simulator)\/src\//.test(path))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text);
      const changed = changes.test(code) ? [`${path} changes an account: ask the API`] : [];
      const isElsewhere = path !== renewal && renewed.test(code);
      return isElsewhere ? [...changed, `${path} renews the token: call renew()`] : changed;
    });
}
