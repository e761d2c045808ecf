// Pages that a server makes, for the fronts without an application in the browser.
import { extras } from "./stories.mjs";

export const escape = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** `head`: more for the head; `nonce`: for every script, where the site's policy asks for one. */
export const page = (front, { title, head = "", main, nonce }) => {
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/${front}/site.css">
${extras}
${head}</head><body><main>${main}</main></body></html>`;
  return nonce ? html.replaceAll("<script", `<script nonce="${nonce}"`) : html;
};

export const frame = (address) => `<iframe title="External" width="320" height="180" src="${escape(address)}"></iframe>`;

/** The list of stories; `link`: attributes for each link. */
export const list = (front, stories, link = "") =>
  `<ul id="stories">${stories
    .map(
      ({ id, title, embed }) =>
        `<li><a data-story="${id}" href="/${front}/story/${id}" ${link}>${escape(title)}</a>${embed ? frame(embed) : ""}<small>Story ${id}</small></li>`,
    )
    .join("")}</ul>`;

export const comments = (said) => said.map((text) => `<li>${escape(text)}</li>`).join("");

export const late = (front) =>
  `<div class="tall"></div><img id="late" loading="lazy" alt="The valley" width="200" height="100" src="/${front}/valley.svg">`;

export const LIKES = `<button id="like">Like</button> <output id="likes">0</output>`;
export const FIELD = `<input name="text" aria-label="Comment"> <button>Send</button>`;
