/** Whether this page may show notifications: "default" before anybody was asked. */
export type Permission = NotificationPermission | "unsupported";

export function permission(): Permission {
  return "Notification" in globalThis ? Notification.permission : "unsupported";
}

/** Has the browser ask; only ever when its member has just said that they want them. */
export async function askPermission(): Promise<Permission> {
  if (permission() === "default") await Notification.requestPermission();
  return permission();
}

/** Calls back when it is given or taken in the browser's own settings, until the returned function is called. */
export function followPermission(changed: () => void): () => void {
  let status: PermissionStatus | undefined;
  let isWanted = true;
  navigator.permissions?.query({ name: "notifications" }).then(
    (found) => {
      if (!isWanted) return;
      status = found;
      found.addEventListener("change", changed);
    },
    // A browser that tells nothing of it is looked at when the dialog is opened again.
    () => undefined,
  );
  return () => {
    isWanted = false;
    status?.removeEventListener("change", changed);
  };
}
