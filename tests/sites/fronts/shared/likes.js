// A counter in the browser's storage, and the weather from the site's own interface.

/** Readies both on the page that is there now. */
export function ready(front) {
  const key = `${front}-likes`;
  const count = document.getElementById("likes");
  if (count) count.value = localStorage.getItem(key) ?? 0;
  const weather = document.getElementById("weather");
  if (weather) fetch(`/${front}/api/weather`).then(async (answer) => (weather.textContent = (await answer.json()).words));
}

export const listen = (front) =>
  document.addEventListener("click", ({ target }) => {
    if (target.id !== "like") return;
    const key = `${front}-likes`;
    localStorage.setItem(key, Number(localStorage.getItem(key) ?? 0) + 1);
    document.getElementById("likes").value = localStorage.getItem(key);
  });
