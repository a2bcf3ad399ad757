import express, { Router } from "express";
import type { World } from "../phones/world.ts";
import { events } from "./events.ts";
import { files } from "./files.ts";
import { inbound } from "./inbound.ts";
import { signInMails } from "./sign-in-mails.ts";
import { state } from "./state.ts";

/** What the page and tests steer the simulator by. `refuse` closes the door for so many milliseconds. */
export function control(world: World, refuse: (milliseconds: number) => void): Router {
  const router = Router();
  router.use(files(world));
  router.use(express.json({ limit: "24mb" }));
  router.use(events(world));
  router.use(signInMails(world));
  router.use(inbound(world));
  router.use(state(world, refuse));
  return router;
}
