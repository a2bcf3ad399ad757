import { icons as shared } from "@hilo/bricks/icons";
import { paths as arrowDownLeft } from "lucide-static/icons/arrow-down-left.svg?paths";
import { paths as arrowUpRight } from "lucide-static/icons/arrow-up-right.svg?paths";
import { paths as contact } from "lucide-static/icons/contact-round.svg?paths";
import { paths as external } from "lucide-static/icons/external-link.svg?paths";
import { paths as images } from "lucide-static/icons/images.svg?paths";
import { paths as list } from "lucide-static/icons/list.svg?paths";
import { paths as ad } from "lucide-static/icons/megaphone.svg?paths";
import { paths as button } from "lucide-static/icons/mouse-pointer-click.svg?paths";
import { paths as ban } from "lucide-static/icons/octagon-x.svg?paths";
import { paths as panel } from "lucide-static/icons/panel-right.svg?paths";
import { paths as pencil } from "lucide-static/icons/pencil.svg?paths";
import { paths as phoneCall } from "lucide-static/icons/phone-call.svg?paths";
import { paths as repeat } from "lucide-static/icons/repeat-2.svg?paths";
import { paths as block } from "lucide-static/icons/shield-ban.svg?paths";
import { paths as unblock } from "lucide-static/icons/shield-check.svg?paths";
import { paths as smartphone } from "lucide-static/icons/smartphone.svg?paths";
import { paths as sticker } from "lucide-static/icons/sticker.svg?paths";
import { paths as store } from "lucide-static/icons/store.svg?paths";

/** Every icon in use, from Lucide (ISC). */
export const icons = {
  ...shared,
  ad,
  arrowDownLeft,
  arrowUpRight,
  ban,
  block,
  button,
  contact,
  external,
  images,
  list,
  panel,
  pencil,
  phoneCall,
  repeat,
  smartphone,
  sticker,
  store,
  unblock,
};
export type IconName = keyof typeof icons;
