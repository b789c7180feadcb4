import { render } from "preact";
import { App } from "./app";
import "./styles/base.css";
import "./styles/acts.css";
import "./styles/frame.css";
import "./styles/parts.css";
import "./styles/chart.css";
import "./styles/pages.css";
import "./styles/print.css";

// A published folder says so by its base; see the folder's index.html.
const published = document.querySelector("base")?.getAttribute("href") !== "/";
const root = document.getElementById("app");
if (root) render(<App published={published} />, root);
