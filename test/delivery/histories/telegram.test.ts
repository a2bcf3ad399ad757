import { tellHistories } from "../histories.ts";
import { telegram } from "../voices/telegram.ts";

tellHistories(telegram);
