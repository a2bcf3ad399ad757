import { tellHistories } from "../histories.ts";
import { metaWhatsapp } from "../voices/meta-whatsapp.ts";

tellHistories(metaWhatsapp);
