import express, { Router } from "express";
import type { World } from "../phones/world.ts";

const limit = 16 * 1024 * 1024;
const inline = /^(image\/(jpeg|png|gif|webp)|audio\/|video\/|application\/pdf$)/;

/** POST /files?name=… with the bytes as body, GET /files/{id}. */
export function files(world: World): Router {
  const router = Router();
  const raw = express.raw({ type: () => true, limit });
  router.post("/files", raw, (request, response) => {
    const type = request.headers["content-type"] ?? "application/octet-stream";
    const bytes: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const name = String(request.query.name ?? "archivo");
    const file = world.files.save({ name, type, bytes });
    response.status(201).json({ id: file.id, name, type, size: bytes.length });
  });
  router.get("/files/:id", (request, response) => {
    const file = world.files.get(String(request.params.id));
    if (!file) return void response.status(404).json({ message: "No such file" });
    const place = inline.test(file.type) ? "inline" : "attachment";
    const name = encodeURIComponent(file.name);
    response.set("Content-Disposition", `${place}; filename*=UTF-8''${name}`);
    response.set("X-Content-Type-Options", "nosniff").set("Content-Type", file.type);
    response.send(file.bytes);
  });
  return router;
}
