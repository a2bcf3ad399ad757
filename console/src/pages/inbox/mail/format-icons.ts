/// <reference path="../../../assets.d.ts" />
import { paths as bold } from "lucide-static/icons/bold.svg?paths";
import { paths as italic } from "lucide-static/icons/italic.svg?paths";
import { paths as bullets } from "lucide-static/icons/list.svg?paths";
import { paths as numbers } from "lucide-static/icons/list-ordered.svg?paths";
import { paths as clear } from "lucide-static/icons/remove-formatting.svg?paths";
import { paths as strike } from "lucide-static/icons/strikethrough.svg?paths";
import { paths as quote } from "lucide-static/icons/text-quote.svg?paths";
import { paths as underline } from "lucide-static/icons/underline.svg?paths";
import { icons } from "../../../ui/icons.ts";

/** The drawings of the buttons that format a text, from Lucide. */
export const formatIcons = {
  bold,
  italic,
  underline,
  strike,
  link: icons.link,
  bullets,
  numbers,
  quote,
  picture: icons.image,
  clear,
};
