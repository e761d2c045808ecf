// Calls and passkeys: what browsers let scripts ask of other hosts without asking any policy.
import { foreign } from './addresses.js';
import { wrap } from './traps.js';

/** Without the servers of third parties (`turn:host:port?transport=udp`). @type {(configuration: any) => any} */
const ownServers = (configuration) =>
  configuration?.iceServers
    ? {
        ...configuration,
        iceServers: configuration.iceServers.filter(
          (/** @type {any} */ { urls }) => ![urls].flat().some((address) => foreign(/:(\[.*]|[^:?]*)/.exec(address)?.[1] ?? '')),
        ),
      }
    : configuration;

/** Whether a candidate is a third party's. Those that end in `.local` are this machine, or stand beside it. @type {(candidate: any) => boolean} */
const leadsAway = (candidate) => {
  const host = candidate?.split(' ')[4];
  return host && !host.endsWith('.local') && foreign(host.includes(':') ? `[${host}]` : host);
};

/** @type {(window: any) => void} */
export const guardCalls = (window) => {
  const original = window.RTCPeerConnection;
  wrap(original, 'setConfiguration', (set, self, [configuration]) => set.call(self, ownServers(configuration)));
  wrap(original, 'addIceCandidate', async (add, self, args) => leadsAway(args[0]?.candidate) || add.apply(self, args));
  wrap(original, 'setRemoteDescription', (set, self, [{ type, sdp }, ...rest]) =>
    set.call(self, { type, sdp: sdp?.replace(/^a=(cand.*)\s+/gm, (/** @type {string[]} */ ...line) => (leadsAway(line[1]) ? '' : line[0])) }, ...rest),
  );
  if (original)
    window.RTCPeerConnection = original.prototype.constructor = class extends original {
      constructor(/** @type {any} */ configuration, /** @type {any[]} */ ...rest) {
        super(ownServers(configuration), ...rest);
      }
    };
  if (window.webkitRTCPeerConnection) window.webkitRTCPeerConnection = window.RTCPeerConnection;
  wrap(window.CredentialsContainer, 'get create', async (original, self, args) => {
    const { rpId, rp } = args[0]?.publicKey ?? {};
    const id = rpId ?? rp?.id;
    // A browser asks the site of that name whether it knows this one. A domain that this site is part of, it does not ask.
    if (id && foreign(id) && !location.hostname.endsWith('.' + id)) throw new DOMException(id, 'SecurityError');
    return original.apply(self, args);
  });
};
