function unavailable(): never {
  throw new Error("Regular expressions in Firestore pipelines are left out of this bundle.");
}

/** Stands in for the engine behind Firestore's pipeline expressions, which neither console nor widget uses. */
export const RE2JS = { compile: unavailable, matches: unavailable, quote: unavailable };
