import "./web-awesome.ts";
import "@awesome.me/webawesome/dist/components/dialog/dialog.js";
