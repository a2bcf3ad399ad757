/** Throws unless everything the seed could write to is an emulator of a demonstration project. */
export function onlyEmulators(environment: NodeJS.ProcessEnv = process.env): void {
  const { FIRESTORE_EMULATOR_HOST, FIREBASE_AUTH_EMULATOR_HOST, GCLOUD_PROJECT } = environment;
  if (!FIRESTORE_EMULATOR_HOST || !FIREBASE_AUTH_EMULATOR_HOST) {
    throw new Error(
      "The seed writes to emulators only: set FIRESTORE_EMULATOR_HOST and FIREBASE_AUTH_EMULATOR_HOST.",
    );
  }
  if (!GCLOUD_PROJECT?.startsWith("demo-")) {
    throw new Error(
      "The seed writes to demonstration projects only: GCLOUD_PROJECT must be demo-….",
    );
  }
}
