import { tellHistories } from "../histories.ts";
import { twilio } from "../voices/twilio.ts";

tellHistories(twilio);
