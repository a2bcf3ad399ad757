const event = "hilo-navigate";

/** Asks the router for an address of the console; `replace` leaves no step back. */
export function navigate(address: string, options: { replace?: boolean } = {}): void {
  window.dispatchEvent(new CustomEvent(event, { detail: { address, replace: options.replace } }));
}

/** Calls back for each address asked for. */
export function onNavigate(listener: (address: string, replace: boolean) => void): () => void {
  const heard = (asked: Event) => {
    const { address, replace } = (asked as CustomEvent).detail;
    listener(address, Boolean(replace));
  };
  window.addEventListener(event, heard);
  return () => window.removeEventListener(event, heard);
}
