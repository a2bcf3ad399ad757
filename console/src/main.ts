import "./app/app.ts";
import { followAddress } from "./app/router.ts";
import { language } from "./text/language.ts";

document.documentElement.lang = language();
followAddress();
