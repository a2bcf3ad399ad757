// Preloaded into every process that the scripts start: when the one that started it is gone, however it
// ended, this one ends too instead of keeping its ports.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
