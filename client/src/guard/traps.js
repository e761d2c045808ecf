// How the guard steps in before methods and properties of the browser.

/**
 * @param {any} owner
 * @param {string} names methods
 * @param {(original: Function, self: any, args: any[]) => any} step
 */
export const wrap = (owner, names, step) => {
  const place = owner?.prototype ?? owner ?? {};
  for (const name of names.split(' '))
    if (Object.hasOwn(place, name)) {
      const original = place[name];
      place[name] = function (/** @type {any[]} */ ...args) {
        return step(original, this, args);
      };
    }
};

/**
 * @param {any} owner
 * @param {string} names properties
 * @param {((set: (value: any) => void, self: any, value: any, name: string) => void) | 0} setting
 * @param {(self: any, found: any) => void} [found] is told what was read
 */
export const trap = (owner, names, setting, found) => {
  for (const name of names.split(' ')) {
    const property = Object.getOwnPropertyDescriptor(owner?.prototype ?? {}, name);
    const { get, set } = property ?? {};
    if (setting && set)
      property.set = function (value) {
        setting((passed) => set.call(this, passed), this, value, name);
      };
    if (found && get)
      property.get = function () {
        const answer = get.call(this);
        found(this, answer);
        return answer;
      };
    if (property) Object.defineProperty(owner.prototype, name, property);
  }
};
