import { tellHistories } from "../histories.ts";
import { instagram } from "../voices/pages.ts";

tellHistories(instagram);
