/// <reference path="../assets.d.ts" />
import { paths as alarmClock } from "lucide-static/icons/alarm-clock.svg?paths";
import { paths as arrowDown } from "lucide-static/icons/arrow-down.svg?paths";
import { paths as arrowLeft } from "lucide-static/icons/arrow-left.svg?paths";
import { paths as arrowRight } from "lucide-static/icons/arrow-right.svg?paths";
import { paths as atSign } from "lucide-static/icons/at-sign.svg?paths";
import { paths as ban } from "lucide-static/icons/ban.svg?paths";
import { paths as bell } from "lucide-static/icons/bell.svg?paths";
import { paths as camera } from "lucide-static/icons/camera.svg?paths";
import { paths as check } from "lucide-static/icons/check.svg?paths";
import { paths as checkCheck } from "lucide-static/icons/check-check.svg?paths";
import { paths as chevronRight } from "lucide-static/icons/chevron-right.svg?paths";
import { paths as clock } from "lucide-static/icons/clock.svg?paths";
import { paths as offline } from "lucide-static/icons/cloud-off.svg?paths";
import { paths as copy } from "lucide-static/icons/copy.svg?paths";
import { paths as enter } from "lucide-static/icons/corner-down-left.svg?paths";
import { paths as download } from "lucide-static/icons/download.svg?paths";
import { paths as ellipsis } from "lucide-static/icons/ellipsis.svg?paths";
import { paths as eye } from "lucide-static/icons/eye.svg?paths";
import { paths as eyeOff } from "lucide-static/icons/eye-off.svg?paths";
import { paths as file } from "lucide-static/icons/file.svg?paths";
import { paths as fileText } from "lucide-static/icons/file-text.svg?paths";
import { paths as flag } from "lucide-static/icons/flag.svg?paths";
import { paths as forward } from "lucide-static/icons/forward.svg?paths";
import { paths as globe } from "lucide-static/icons/globe.svg?paths";
import { paths as image } from "lucide-static/icons/image.svg?paths";
import { paths as inbox } from "lucide-static/icons/inbox.svg?paths";
import { paths as info } from "lucide-static/icons/info.svg?paths";
import { paths as keyboard } from "lucide-static/icons/keyboard.svg?paths";
import { paths as languages } from "lucide-static/icons/languages.svg?paths";
import { paths as dashboard } from "lucide-static/icons/layout-dashboard.svg?paths";
import { paths as link } from "lucide-static/icons/link.svg?paths";
import { paths as lock } from "lucide-static/icons/lock.svg?paths";
import { paths as logOut } from "lucide-static/icons/log-out.svg?paths";
import { paths as mail } from "lucide-static/icons/mail.svg?paths";
import { paths as mapPin } from "lucide-static/icons/map-pin.svg?paths";
import { paths as message } from "lucide-static/icons/message-circle.svg?paths";
import { paths as sms } from "lucide-static/icons/message-square-text.svg?paths";
import { paths as messages } from "lucide-static/icons/messages-square.svg?paths";
import { paths as mic } from "lucide-static/icons/mic.svg?paths";
import { paths as monitor } from "lucide-static/icons/monitor.svg?paths";
import { paths as moon } from "lucide-static/icons/moon.svg?paths";
import { paths as panelRight } from "lucide-static/icons/panel-right.svg?paths";
import { paths as paperclip } from "lucide-static/icons/paperclip.svg?paths";
import { paths as pause } from "lucide-static/icons/pause.svg?paths";
import { paths as phone } from "lucide-static/icons/phone.svg?paths";
import { paths as play } from "lucide-static/icons/play.svg?paths";
import { paths as plug } from "lucide-static/icons/plug.svg?paths";
import { paths as plus } from "lucide-static/icons/plus.svg?paths";
import { paths as refresh } from "lucide-static/icons/refresh-cw.svg?paths";
import { paths as reply } from "lucide-static/icons/reply.svg?paths";
import { paths as search } from "lucide-static/icons/search.svg?paths";
import { paths as send } from "lucide-static/icons/send.svg?paths";
import { paths as settings } from "lucide-static/icons/settings.svg?paths";
import { paths as filter } from "lucide-static/icons/sliders-horizontal.svg?paths";
import { paths as smile } from "lucide-static/icons/smile.svg?paths";
import { paths as sparkles } from "lucide-static/icons/sparkles.svg?paths";
import { paths as compose } from "lucide-static/icons/square-pen.svg?paths";
import { paths as note } from "lucide-static/icons/sticky-note.svg?paths";
import { paths as sun } from "lucide-static/icons/sun.svg?paths";
import { paths as tag } from "lucide-static/icons/tag.svg?paths";
import { paths as timer } from "lucide-static/icons/timer.svg?paths";
import { paths as trash } from "lucide-static/icons/trash-2.svg?paths";
import { paths as alert } from "lucide-static/icons/triangle-alert.svg?paths";
import { paths as user } from "lucide-static/icons/user.svg?paths";
import { paths as userPlus } from "lucide-static/icons/user-plus.svg?paths";
import { paths as userX } from "lucide-static/icons/user-x.svg?paths";
import { paths as video } from "lucide-static/icons/video.svg?paths";
import { paths as x } from "lucide-static/icons/x.svg?paths";
import { paths as zap } from "lucide-static/icons/zap.svg?paths";

/** The mark of the platform X, which is not the cross that closes. */
const platformX = '<path d="M4 4h4.4L20 20h-4.4zM4.5 20l6.3-6.9m2.6-2.9L19.5 4"/>';

/** Every icon in use, from Lucide; each costs its drawing in the bundle, so add what is shown and no more. */
export const icons = {
  alarmClock,
  alert,
  arrowDown,
  arrowLeft,
  arrowRight,
  atSign,
  ban,
  bell,
  camera,
  check,
  checkCheck,
  chevronRight,
  clock,
  compose,
  copy,
  dashboard,
  download,
  ellipsis,
  enter,
  eye,
  eyeOff,
  file,
  fileText,
  filter,
  flag,
  forward,
  globe,
  image,
  inbox,
  info,
  keyboard,
  languages,
  link,
  lock,
  logOut,
  mail,
  mapPin,
  message,
  messages,
  mic,
  monitor,
  moon,
  note,
  offline,
  panelRight,
  paperclip,
  pause,
  phone,
  play,
  platformX,
  plug,
  plus,
  refresh,
  reply,
  search,
  send,
  settings,
  smile,
  sms,
  sparkles,
  sun,
  tag,
  timer,
  trash,
  user,
  userPlus,
  userX,
  video,
  x,
  zap,
};
export type IconName = keyof typeof icons;
