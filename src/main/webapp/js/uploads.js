/**
 * Images that are kept by our server, which shows them only to who may read the room: they are
 * brought with the token of the session, and become addresses that are this page's alone.
 */

/** So many are kept at hand; older ones are asked for again. */
const MAX_LOADED = 60;

/** What a server in front of ours, or around it, means by these. */
const BY_STATUS = { 408: 'too_slow', 413: 'upload_too_large' };

const ADDRESS = /^uploads\/[\w-]{1,64}$/;

/** Whether an image is one of ours, not one of another place in the web. */
export const isUpload = (url) => ADDRESS.test(url);

/** What the server says of an error, or that there is none to ask. */
function failureOf(status, text) {
  try {
    const { code, message, retry_after_ms } = JSON.parse(text);
    if (typeof code === 'string') return { code, message, retry_after_ms };
  } catch {
    // It was not our server that answered.
  }
  return { code: BY_STATUS[status] ?? 'upload_failed' };
}

/**
 * @param {object} deps
 * @param {string} deps.base of the page
 * @param {() => string} deps.token
 * @param {typeof fetch} deps.fetch
 * @param {typeof XMLHttpRequest} deps.XMLHttpRequest which tells how far it is, unlike `fetch`
 * @param {{createObjectURL: Function, revokeObjectURL: Function}} deps.urls
 */
export function createUploads({ base, token, fetch, XMLHttpRequest, urls }) {
  /** @type {Map<string, Promise<string>>} the one that was used last is the last */
  const loaded = new Map();

  async function bring(url) {
    const answer = await fetch(new URL(url, base), {
      headers: { Authorization: `Bearer ${token()}` },
    });
    if (!answer.ok) throw failureOf(answer.status, await answer.text());
    return urls.createObjectURL(await answer.blob());
  }

  function forget(url) {
    const address = loaded.get(url);
    loaded.delete(url);
    address?.then(urls.revokeObjectURL, () => {});
  }

  return {
    /** @returns {Promise<string>} an address for an `img` of this page; fails with a failure */
    load(url) {
      const address = loaded.get(url) ?? bring(url);
      loaded.delete(url);
      loaded.set(url, address);
      address.catch(() => loaded.get(url) === address && loaded.delete(url));
      if (loaded.size > MAX_LOADED) forget(loaded.keys().next().value);
      return address;
    },

    /**
     * @param {Blob} file
     * @param {string} room
     * @param {object} how
     * @param {(part: number) => void} how.onProgress from 0 to 1
     * @param {AbortSignal} how.signal
     * @returns {Promise<string>} where it is on our server; fails with a failure
     */
    send: (file, room, { onProgress, signal }) =>
      new Promise((resolve, reject) => {
        const line = new XMLHttpRequest();
        const address = new URL('uploads', base);
        address.searchParams.set('room', room);
        line.open('POST', address.href);
        line.setRequestHeader('Authorization', `Bearer ${token()}`);
        line.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
        line.upload.onprogress = ({ loaded: done, total }) => onProgress(total ? done / total : 0);
        line.onerror = () => reject({ code: 'upload_failed' });
        line.onload = () => {
          if (line.status !== 201) return reject(failureOf(line.status, line.responseText));
          const { url } = JSON.parse(line.responseText);
          resolve(url);
        };
        line.onabort = () => reject({ code: 'cancelled' });
        signal.addEventListener('abort', () => line.abort());
        line.send(file);
      }),
  };
}
