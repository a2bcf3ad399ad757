import { tellHistories } from "../histories.ts";
import { kapso } from "../voices/kapso.ts";

tellHistories(kapso);
