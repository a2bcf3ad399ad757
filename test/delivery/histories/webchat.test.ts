import { tellHistories } from "../histories.ts";
import { webchat } from "../voices/webchat.ts";

tellHistories(webchat);
