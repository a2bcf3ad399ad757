import { call } from "./api.ts";

/** Saves a file that is held back; for administrators. Rejects with `ApiProblem`. */
export async function saveHeld(fileId: string, name: string): Promise<void> {
  const { link } = await call("linkHeldFile", { params: { fileId } });
  const anchor = document.createElement("a");
  anchor.href = link;
  anchor.download = name;
  anchor.rel = "noopener noreferrer";
  anchor.click();
}
