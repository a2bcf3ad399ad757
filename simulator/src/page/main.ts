import { language } from "./text/texts.ts";
import "./ui/app.ts";

document.documentElement.lang = language;
