import { languageIn, languages } from "@hilo/schema";
import { Router } from "express";
import type { World } from "../../phones/world.ts";
import { type Line, openLine } from "./line.ts";

/** GET /webchat/visits/{person}: leads to the visitor's own site, where the chat itself stands. */
export function webchat(world: World): Router {
  const lines = new Map<string, Promise<Line>>();
  const closeAll = () => {
    for (const line of lines.values()) void line.then(({ close }) => close());
    lines.clear();
  };
  world.onReset.push(closeAll);
  world.ending.signal.addEventListener("abort", closeAll);
  const router = Router();
  router.get("/webchat/visits/:person", async (request, response) => {
    const person = world.threads.people.get(String(request.params.person));
    if (!person) return void response.status(404).json({ message: "No such visitor" });
    const line = lines.get(person.id) ?? openLine(world, person.id);
    lines.set(person.id, line);
    const language = languageIn(String(request.query.language)) ?? languages[0];
    response.redirect(`${(await line).url}/?language=${language}`);
  });
  return router;
}
