/// <reference path="./assets.d.ts" />
import { paths as arrowLeft } from "lucide-static/icons/arrow-left.svg?paths";
import { paths as atSign } from "lucide-static/icons/at-sign.svg?paths";
import { paths as camera } from "lucide-static/icons/camera.svg?paths";
import { paths as check } from "lucide-static/icons/check.svg?paths";
import { paths as checkCheck } from "lucide-static/icons/check-check.svg?paths";
import { paths as clock } from "lucide-static/icons/clock.svg?paths";
import { paths as fileText } from "lucide-static/icons/file-text.svg?paths";
import { paths as globe } from "lucide-static/icons/globe.svg?paths";
import { paths as image } from "lucide-static/icons/image.svg?paths";
import { paths as mail } from "lucide-static/icons/mail.svg?paths";
import { paths as mapPin } from "lucide-static/icons/map-pin.svg?paths";
import { paths as message } from "lucide-static/icons/message-circle.svg?paths";
import { paths as sms } from "lucide-static/icons/message-square-text.svg?paths";
import { paths as messages } from "lucide-static/icons/messages-square.svg?paths";
import { paths as mic } from "lucide-static/icons/mic.svg?paths";
import { paths as paperclip } from "lucide-static/icons/paperclip.svg?paths";
import { paths as phone } from "lucide-static/icons/phone.svg?paths";
import { paths as plus } from "lucide-static/icons/plus.svg?paths";
import { paths as reply } from "lucide-static/icons/reply.svg?paths";
import { paths as send } from "lucide-static/icons/send.svg?paths";
import { paths as sliders } from "lucide-static/icons/sliders-horizontal.svg?paths";
import { paths as smile } from "lucide-static/icons/smile.svg?paths";
import { paths as trash } from "lucide-static/icons/trash-2.svg?paths";
import { paths as alert } from "lucide-static/icons/triangle-alert.svg?paths";
import { paths as video } from "lucide-static/icons/video.svg?paths";
import { paths as x } from "lucide-static/icons/x.svg?paths";

/** The mark of the platform X, which is not the cross that closes. */
const platformX = '<path d="M4 4h4.4L20 20h-4.4zM4.5 20l6.3-6.9m2.6-2.9L19.5 4"/>';

/** The icons that console and simulator both show, from Lucide (ISC). */
export const icons = {
  alert,
  arrowLeft,
  atSign,
  camera,
  check,
  checkCheck,
  clock,
  fileText,
  globe,
  image,
  mail,
  mapPin,
  message,
  messages,
  mic,
  paperclip,
  phone,
  platformX,
  plus,
  reply,
  send,
  smile,
  sliders,
  sms,
  trash,
  video,
  x,
};
export type IconName = keyof typeof icons;
