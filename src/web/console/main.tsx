import { render } from "preact";
import { startLanguage } from "../shared/messages/language.ts";
import { reloadWhenReplaced } from "../shared/ui/reload-once.ts";
import { App } from "./app.tsx";
import { languages } from "./texts.ts";

reloadWhenReplaced();
await startLanguage(languages);
const app = document.getElementById("app");
if (app) render(<App />, app);
