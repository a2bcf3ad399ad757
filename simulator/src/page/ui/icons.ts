import { paths as arrowDownLeft } from "lucide-static/icons/arrow-down-left.svg?paths";
import { paths as arrowLeft } from "lucide-static/icons/arrow-left.svg?paths";
import { paths as arrowUpRight } from "lucide-static/icons/arrow-up-right.svg?paths";
import { paths as atSign } from "lucide-static/icons/at-sign.svg?paths";
import { paths as camera } from "lucide-static/icons/camera.svg?paths";
import { paths as check } from "lucide-static/icons/check.svg?paths";
import { paths as checkCheck } from "lucide-static/icons/check-check.svg?paths";
import { paths as clock } from "lucide-static/icons/clock.svg?paths";
import { paths as contact } from "lucide-static/icons/contact-round.svg?paths";
import { paths as external } from "lucide-static/icons/external-link.svg?paths";
import { paths as fileText } from "lucide-static/icons/file-text.svg?paths";
import { paths as globe } from "lucide-static/icons/globe.svg?paths";
import { paths as image } from "lucide-static/icons/image.svg?paths";
import { paths as images } from "lucide-static/icons/images.svg?paths";
import { paths as list } from "lucide-static/icons/list.svg?paths";
import { paths as mail } from "lucide-static/icons/mail.svg?paths";
import { paths as mapPin } from "lucide-static/icons/map-pin.svg?paths";
import { paths as ad } from "lucide-static/icons/megaphone.svg?paths";
import { paths as message } from "lucide-static/icons/message-circle.svg?paths";
import { paths as messageMore } from "lucide-static/icons/message-circle-more.svg?paths";
import { paths as sms } from "lucide-static/icons/message-square-text.svg?paths";
import { paths as mic } from "lucide-static/icons/mic.svg?paths";
import { paths as button } from "lucide-static/icons/mouse-pointer-click.svg?paths";
import { paths as ban } from "lucide-static/icons/octagon-x.svg?paths";
import { paths as panel } from "lucide-static/icons/panel-right.svg?paths";
import { paths as paperclip } from "lucide-static/icons/paperclip.svg?paths";
import { paths as pencil } from "lucide-static/icons/pencil.svg?paths";
import { paths as phoneCall } from "lucide-static/icons/phone-call.svg?paths";
import { paths as plus } from "lucide-static/icons/plus.svg?paths";
import { paths as repeat } from "lucide-static/icons/repeat-2.svg?paths";
import { paths as reply } from "lucide-static/icons/reply.svg?paths";
import { paths as send } from "lucide-static/icons/send.svg?paths";
import { paths as block } from "lucide-static/icons/shield-ban.svg?paths";
import { paths as unblock } from "lucide-static/icons/shield-check.svg?paths";
import { paths as sliders } from "lucide-static/icons/sliders-horizontal.svg?paths";
import { paths as phone } from "lucide-static/icons/smartphone.svg?paths";
import { paths as smile } from "lucide-static/icons/smile.svg?paths";
import { paths as sticker } from "lucide-static/icons/sticker.svg?paths";
import { paths as store } from "lucide-static/icons/store.svg?paths";
import { paths as trash } from "lucide-static/icons/trash-2.svg?paths";
import { paths as alert } from "lucide-static/icons/triangle-alert.svg?paths";
import { paths as video } from "lucide-static/icons/video.svg?paths";
import { paths as x } from "lucide-static/icons/x.svg?paths";

/** Every icon in use, from Lucide (ISC). */
export const icons = {
  images,
  mail,
  camera,
  atSign,
  messageMore,
  smile,
  pencil,
  trash,
  block,
  unblock,
  store,
  external,
  phoneCall,
  ad,
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
  globe,
  image,
  list,
  mapPin,
  message,
  mic,
  panel,
  paperclip,
  phone,
  plus,
  repeat,
  reply,
  send,
  sliders,
  sms,
  sticker,
  video,
  x,
};
export type IconName = keyof typeof icons;
