// What the code under test reads from its environment; a run with emulators sets the real values before.
process.env.TZ ??= "UTC";
process.env.GCLOUD_PROJECT ??= "demo-hilo";
process.env.PUBLIC_BASE_URL ??= "http://127.0.0.1:5000";
process.env.TWILIO_API_BASE ??= "http://127.0.0.1:4010";
process.env.TELEGRAM_API_BASE ??= "http://127.0.0.1:4010/telegram";
process.env.X_API_BASE ??= "http://127.0.0.1:4010/x";
process.env.HILO_KEY ??= Buffer.from("a key for tests, of 32 bytes, 01").toString("base64");
process.env.BLOBS_FOLDER ??= ".cache/test-blobs";
process.env.LOG_LEVEL ??= "silent";
// The cloud libraries would look for a metadata server that is not there.
process.env.METADATA_SERVER_DETECTION ??= "none";
