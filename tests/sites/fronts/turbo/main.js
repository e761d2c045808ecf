import "./turbo.js";
import { listen, ready } from "./likes.js";

listen("turbo");
document.addEventListener("turbo:load", () => ready("turbo"));
document.addEventListener("input", ({ target }) => target.id === "filter" && target.form.requestSubmit());
