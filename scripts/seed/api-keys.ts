import { createHash } from "node:crypto";
import { ApiKey, isAdministering, scopes } from "@hilo/schema";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { createMissing } from "./create.ts";
import { workspaceId } from "./workspace.ts";

/** The API key of the demonstration: not a secret, since only emulators are ever seeded. */
export const developmentKey = "hilo_demo_test_key_0000000001";

/** Creates the development key, of which only the SHA-256 is kept. */
export async function seedApiKeys(): Promise<void> {
  const id = createHash("sha256").update(developmentKey).digest("hex");
  await createMissing(workspace(workspaceId).collection("apiKeys").doc(id), ApiKey, {
    name: "Desarrollo",
    enabled: true,
    scopes: scopes.filter((one) => !isAdministering(one)),
    createdBy: "demo-admin",
    createdAt: new Date(),
  });
}
