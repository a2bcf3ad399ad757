/** A page that is looked at, or not. */
export const page = Object.assign(new EventTarget(), {
  visibilityState: "visible",
  focused: true,
  hasFocus: () => page.focused,
});

/** Stands in for the window and its document; gives the way to take them away again. */
export function standInForPage(): () => void {
  const kept = ["window", "document"].map((name) => {
    const own = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value: page, configurable: true, writable: true });
    return [name, own] as const;
  });
  return () => {
    for (const [name, own] of kept) {
      if (own) Object.defineProperty(globalThis, name, own);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}

/** Somebody else's element, as far as a controller needs it. */
export const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
