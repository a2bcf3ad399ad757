import { paths as arrowDownLeft } from "lucide-static/icons/arrow-down-left.svg?paths";
import { paths as arrowLeft } from "lucide-static/icons/arrow-left.svg?paths";
import { paths as arrowUpRight } from "lucide-static/icons/arrow-up-right.svg?paths";
import { paths as check } from "lucide-static/icons/check.svg?paths";
import { paths as checkCheck } from "lucide-static/icons/check-check.svg?paths";
import { paths as clock } from "lucide-static/icons/clock.svg?paths";
import { paths as contact } from "lucide-static/icons/contact-round.svg?paths";
import { paths as fileText } from "lucide-static/icons/file-text.svg?paths";
import { paths as image } from "lucide-static/icons/image.svg?paths";
import { paths as list } from "lucide-static/icons/list.svg?paths";
import { paths as mapPin } from "lucide-static/icons/map-pin.svg?paths";
import { paths as message } from "lucide-static/icons/message-circle.svg?paths";
import { paths as sms } from "lucide-static/icons/message-square-text.svg?paths";
import { paths as mic } from "lucide-static/icons/mic.svg?paths";
import { paths as button } from "lucide-static/icons/mouse-pointer-click.svg?paths";
import { paths as ban } from "lucide-static/icons/octagon-x.svg?paths";
import { paths as panel } from "lucide-static/icons/panel-right.svg?paths";
import { paths as paperclip } from "lucide-static/icons/paperclip.svg?paths";
import { paths as plus } from "lucide-static/icons/plus.svg?paths";
import { paths as reply } from "lucide-static/icons/reply.svg?paths";
import { paths as send } from "lucide-static/icons/send.svg?paths";
import { paths as sliders } from "lucide-static/icons/sliders-horizontal.svg?paths";
import { paths as phone } from "lucide-static/icons/smartphone.svg?paths";
import { paths as sticker } from "lucide-static/icons/sticker.svg?paths";
import { paths as alert } from "lucide-static/icons/triangle-alert.svg?paths";
import { paths as video } from "lucide-static/icons/video.svg?paths";
import { paths as x } from "lucide-static/icons/x.svg?paths";

/** Every icon in use, from Lucide (ISC). */
export const icons = {
  alert,
  arrowDownLeft,
  arrowLeft,
  arrowUpRight,
  ban,
  button,
  check,
  checkCheck,
  clock,
  contact,
  fileText,
  image,
  list,
  mapPin,
  message,
  mic,
  panel,
  paperclip,
  phone,
  plus,
  reply,
  send,
  sliders,
  sms,
  sticker,
  video,
  x,
};
export type IconName = keyof typeof icons;
