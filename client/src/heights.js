/** Taller than any post, and short enough that a hostile frame cannot bury the page. */
const TALLEST = 10000;

/** Content sized by its own frame never comes to rest: after this many quick changes it stays as it is. */
const QUICK_CHANGES = 20;

/** Quick changes so far, and the time of the last, by frame. @type {WeakMap<HTMLElement, [number, number]>} */
const changes = new WeakMap();

/** Frames of known notices say how tall their content is; nobody else is listened to. */
export const listen = () =>
  addEventListener('message', ({ data, source, timeStamp }) => {
    let height = data?.jalousie?.height;
    if (height > TALLEST) height = TALLEST;
    for (const frame of document.querySelectorAll(/** @type {'iframe'} */ ('.jalousie-frame'))) {
      const [count, last] = changes.get(frame) ?? [0, 0];
      if (frame.contentWindow === source && height > 0 && count < QUICK_CHANGES) {
        changes.set(frame, [timeStamp - last < 1000 ? count + 1 : 0, timeStamp]);
        frame.style.height = height + 'px';
      }
    }
  });
