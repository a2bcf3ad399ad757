import { tellHistories } from "../histories.ts";
import { x } from "../voices/x.ts";

tellHistories(x);
