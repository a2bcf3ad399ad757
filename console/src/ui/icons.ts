import { icons as shared } from "@hilo/bricks/icons";
import { paths as alarmClock } from "lucide-static/icons/alarm-clock.svg?paths";
import { paths as arrowDown } from "lucide-static/icons/arrow-down.svg?paths";
import { paths as sorted } from "lucide-static/icons/arrow-down-wide-narrow.svg?paths";
import { paths as arrowRight } from "lucide-static/icons/arrow-right.svg?paths";
import { paths as ban } from "lucide-static/icons/ban.svg?paths";
import { paths as bell } from "lucide-static/icons/bell.svg?paths";
import { paths as chevronDown } from "lucide-static/icons/chevron-down.svg?paths";
import { paths as chevronRight } from "lucide-static/icons/chevron-right.svg?paths";
import { paths as circleCheck } from "lucide-static/icons/circle-check.svg?paths";
import { paths as circleX } from "lucide-static/icons/circle-x.svg?paths";
import { paths as offline } from "lucide-static/icons/cloud-off.svg?paths";
import { paths as copy } from "lucide-static/icons/copy.svg?paths";
import { paths as enter } from "lucide-static/icons/corner-down-left.svg?paths";
import { paths as download } from "lucide-static/icons/download.svg?paths";
import { paths as ellipsis } from "lucide-static/icons/ellipsis.svg?paths";
import { paths as eye } from "lucide-static/icons/eye.svg?paths";
import { paths as eyeOff } from "lucide-static/icons/eye-off.svg?paths";
import { paths as file } from "lucide-static/icons/file.svg?paths";
import { paths as flag } from "lucide-static/icons/flag.svg?paths";
import { paths as forward } from "lucide-static/icons/forward.svg?paths";
import { paths as grip } from "lucide-static/icons/grip-vertical.svg?paths";
import { paths as inbox } from "lucide-static/icons/inbox.svg?paths";
import { paths as info } from "lucide-static/icons/info.svg?paths";
import { paths as keyboard } from "lucide-static/icons/keyboard.svg?paths";
import { paths as languages } from "lucide-static/icons/languages.svg?paths";
import { paths as dashboard } from "lucide-static/icons/layout-dashboard.svg?paths";
import { paths as link } from "lucide-static/icons/link.svg?paths";
import { paths as lock } from "lucide-static/icons/lock.svg?paths";
import { paths as logOut } from "lucide-static/icons/log-out.svg?paths";
import { paths as monitor } from "lucide-static/icons/monitor.svg?paths";
import { paths as moon } from "lucide-static/icons/moon.svg?paths";
import { paths as panelRight } from "lucide-static/icons/panel-right.svg?paths";
import { paths as pause } from "lucide-static/icons/pause.svg?paths";
import { paths as play } from "lucide-static/icons/play.svg?paths";
import { paths as plug } from "lucide-static/icons/plug.svg?paths";
import { paths as refresh } from "lucide-static/icons/refresh-cw.svg?paths";
import { paths as search } from "lucide-static/icons/search.svg?paths";
import { paths as settings } from "lucide-static/icons/settings.svg?paths";
import { paths as sparkles } from "lucide-static/icons/sparkles.svg?paths";
import { paths as kanban } from "lucide-static/icons/square-kanban.svg?paths";
import { paths as compose } from "lucide-static/icons/square-pen.svg?paths";
import { paths as note } from "lucide-static/icons/sticky-note.svg?paths";
import { paths as sun } from "lucide-static/icons/sun.svg?paths";
import { paths as tag } from "lucide-static/icons/tag.svg?paths";
import { paths as timer } from "lucide-static/icons/timer.svg?paths";
import { paths as user } from "lucide-static/icons/user.svg?paths";
import { paths as userPlus } from "lucide-static/icons/user-plus.svg?paths";
import { paths as userX } from "lucide-static/icons/user-x.svg?paths";
import { paths as zap } from "lucide-static/icons/zap.svg?paths";

/** Every icon in use, from Lucide; each costs its drawing in the bundle, so add what is shown and no more. */
export const icons = {
  ...shared,
  alarmClock,
  arrowDown,
  arrowRight,
  ban,
  bell,
  chevronDown,
  chevronRight,
  circleCheck,
  circleX,
  compose,
  copy,
  dashboard,
  download,
  ellipsis,
  enter,
  eye,
  eyeOff,
  file,
  flag,
  forward,
  grip,
  inbox,
  info,
  kanban,
  keyboard,
  languages,
  link,
  lock,
  logOut,
  monitor,
  moon,
  note,
  offline,
  panelRight,
  pause,
  play,
  plug,
  refresh,
  search,
  settings,
  sorted,
  sparkles,
  sun,
  tag,
  timer,
  user,
  userPlus,
  userX,
  zap,
};
export type IconName = keyof typeof icons;
