function setting(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set: run this test by npm test, test:journeys or test:browser.`);
}

/** Where the running house of a journey or a browser test is; read when used, so that importing costs nothing. */
export const house = {
  /** Hosting: console, API, webhooks and files, as people and providers see them. */
  get baseUrl(): string {
    return setting("HILO_BASE_URL");
  },
  get simulatorUrl(): string {
    return setting("HILO_SIMULATOR_URL");
  },
  /** host:port, as the SDKs want it. */
  get firestore(): string {
    return setting("FIRESTORE_EMULATOR_HOST");
  },
  /** host:port, as the SDKs want it. */
  get auth(): string {
    return setting("FIREBASE_AUTH_EMULATOR_HOST");
  },
  get projectId(): string {
    return setting("GCLOUD_PROJECT");
  },
};
