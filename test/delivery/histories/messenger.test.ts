import { tellHistories } from "../histories.ts";
import { messenger } from "../voices/pages.ts";

tellHistories(messenger);
