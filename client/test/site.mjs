// A small site on loopback: pages of the contract's markup, the consent endpoint, frames.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const dist = (/** @type {string} */ name) => readFileSync(new URL(`../dist/${name}`, import.meta.url));

/** What frames show, by the start of their token; others are plain. @type {Record<string, string>} */
const CONTENTS = {
  // Obeys its parent, so that a test can say when it says what.
  parrot: '<script>onmessage = (e) => [].concat(e.data).forEach((data) => parent.postMessage(data, "*"))</script>',
  nesting: '<iframe srcdoc="<script>onmessage = (e) => top.postMessage(e.data, \'*\')</script>"></iframe>',
};

/** @param {string} cookie @param {URLSearchParams} fields */
const decided = (cookie, fields) => {
  const decisions = new Map(cookie.split('.').slice(1).map((each) => /** @type {[string, string]} */ (each.split(':'))));
  const [decision, scope] = [fields.get('decision'), fields.get('scope')];
  const subject = scope === 'service' ? '@' + fields.get('service') : (fields.get('category') ?? '');
  if (decision === 'withdraw') decisions.delete(subject);
  else decisions.set(subject, decision === 'accept' ? '1' : '0');
  return 'v1' + [...decisions].map(([id, flag]) => `.${id}:${flag}`).join('');
};

/**
 * @typedef {{ fields: URLSearchParams, fetched: boolean }} Post
 * @typedef {object} Site
 * @property {string} origin
 * @property {Record<string, string | ((response: import('node:http').ServerResponse) => void)>} pages by path
 * @property {Post[]} posts to the consent endpoint
 * @property {string[]} frames addresses asked for
 * @property {'reset' | 403 | 500 | 'no cookie' | undefined} failure of what scripts fetch from the consent endpoint
 * @property {(() => Promise<unknown>) | undefined} delay before the consent endpoint answers
 * @property {() => unknown} close
 * @returns {Promise<Site>}
 */
export const openSite = async () => {
  /** @type {Site} */
  const site = { origin: '', pages: {}, posts: [], frames: [], failure: undefined, delay: undefined, close: () => (server.closeAllConnections(), server.close()) };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const cookie = /(?:^|; )eu-consent=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] ?? 'v1';
    const name = url.pathname.replace('/_jalousie/', '');
    const send = (/** @type {string} */ type, /** @type {string | Buffer} */ body) =>
      response.setHeader('content-type', type).end(body);

    if (name === 'client.js') return send('text/javascript', dist('client.js'));
    if (name === 'style.css') return send('text/css', dist('style.css'));
    if (name.startsWith('frame/')) {
      site.frames.push(url.pathname + url.search);
      const content = Object.keys(CONTENTS).find((key) => name.startsWith('frame/' + key));
      return send('text/html; charset=utf-8', `<!doctype html><title>${name}</title>${content ? CONTENTS[content] : name}`);
    }
    if (name === 'consent') {
      const fields = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
      const fetched = request.headers['sec-fetch-mode'] !== 'navigate';
      site.posts.push({ fields, fetched });
      await site.delay?.();
      if (fetched && site.failure === 'reset') return response.destroy();
      if (fetched && typeof site.failure === 'number') return response.writeHead(site.failure).end();
      if (fields.get('scope') === 'once' && fields.get('decision') === 'accept')
        response.setHeader('Jalousie-Frame', `/_jalousie/frame/${fields.get('token')}?grant=g`);
      else if (site.failure !== 'no cookie')
        response.setHeader('set-cookie', `eu-consent=${decided(cookie, fields)}; Path=/; SameSite=Lax`);
      return fetched ? response.writeHead(204).end() : response.writeHead(303, { location: '/after' }).end();
    }
    const page = site.pages[url.pathname];
    if (page === undefined) return response.writeHead(url.pathname === '/favicon.ico' ? 204 : 404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return typeof page === 'string' ? response.end(page) : page(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  site.origin = `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
  site.pages['/after'] = '<!doctype html><title>after</title>after';
  return site;
};

/** @param {string} body @param {string} [head] */
export const html = (body, head = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>page</title><style>body { margin: 0 auto; max-width: 640px; font: 16px/1.5 sans-serif }</style>${head}<h1>Page</h1>${body}`;
