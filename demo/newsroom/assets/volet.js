// The newspaper's own script: how far you have read, how long the piece is, and a link to take away.
"use strict";
{
  const article = document.querySelector("[data-article]");
  const bar = document.querySelector(".read");
  if (article && bar) {
    const move = () => {
      const { top, height } = article.getBoundingClientRect();
      const read = (innerHeight * 0.6 - top) / Math.max(1, height - innerHeight * 0.4);
      bar.style.setProperty("--read", Math.min(1, Math.max(0, read)).toFixed(4));
    };
    addEventListener("scroll", move, { passive: true });
    addEventListener("resize", move);
    move();
  }

  const length = document.querySelector("[data-minutes]");
  if (article && length) {
    const paragraphs = [...article.querySelectorAll(":scope > p")];
    const words = paragraphs.map((p) => p.textContent.trim()).join(" ").split(/\s+/).length;
    length.textContent = length.dataset.minutes.replace("#", String(Math.max(1, Math.round(words / 190))));
    length.hidden = false;
  }

  const copy = document.querySelector("[data-copied]");
  const said = document.querySelector(".share output");
  if (copy && said) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      const address = location.origin + location.pathname;
      try {
        await navigator.clipboard.writeText(address);
        said.textContent = copy.dataset.copied;
      } catch {
        said.textContent = address; // no clipboard: show it, to be copied by hand
      }
    });
  }
}
