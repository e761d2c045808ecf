// Which addresses lead to a third party.

const { dataset, outerHTML } = /** @type {HTMLScriptElement} */ (document.currentScript);

/** This script as markup, for documents that stand in attributes and have scripts of their own. */
export const guardMarkup = outerHTML;

export const { prefix } = dataset;

/** The page's own host and those that the site lets through, `*.` before those that stand for subdomains; of some only what is below a path. */
const known = /** @type {string} */ (dataset.hosts).split(' ');

/** @type {(address: any) => Partial<URL>} */
export const read = (address) => {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return {};
  }
};

/** @type {(address: any) => boolean} */
export const external = (address) => {
  const { host = '', pathname, protocol = '' } = read(address);
  return (
    /^(http|ws|ft)/.test(protocol) &&
    !known.some((own) =>
      own[0] === '*' ? host.endsWith(own.slice(1)) : host === own || (own.includes('/') && (host + pathname).startsWith(own)),
    )
  );
};

/** Whether a host, whatever the port, is a third party's. @type {(name: string) => boolean} */
export const foreign = (name) => name !== location.hostname && external('https://' + name);
