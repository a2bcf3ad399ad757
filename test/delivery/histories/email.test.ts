import { tellHistories } from "../histories.ts";
import { email } from "../voices/email.ts";

tellHistories(email);
