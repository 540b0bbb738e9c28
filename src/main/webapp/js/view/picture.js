/**
 * The image of a message. One of our own server is shown at once; one of another place only for who
 * asks, because that place learns of it.
 */
import { isUpload } from '../uploads.js';
import { element, setAttribute, setText } from './dom.js';
import { describeFailure } from './failure.js';
import { icon } from './icons.js';

export function createPicture({ i18n, images, overlays }) {
  const { t } = i18n;
  const words = element('span', { class: 'picture-words' });
  const host = element('span', { class: 'picture-host' });
  const button = element(
    'button',
    { type: 'button', class: 'picture-button', tabindex: '-1', on: { click: choose } },
    icon('image'),
    words,
    host,
  );
  const node = element('div', { class: 'picture' }, button);
  let shown = {};

  const isShowing = () => node.dataset.state === 'shown';

  function choose() {
    const { url, alt, address } = shown;
    if (isShowing()) overlays.enlarge(address, alt, isUpload(url) ? undefined : url);
    else show(isUpload(url) ? images.load(url) : Promise.resolve(url));
  }

  async function show(address) {
    const asked = shown;
    become('loading');
    try {
      asked.address = await address;
      // No word to the other place of where its image is shown.
      const img = element('img', { alt: asked.alt, referrerpolicy: 'no-referrer' });
      img.src = asked.address;
      await img.decode();
      if (asked !== shown) return;
      shown.img = img;
      button.replaceChildren(img);
      become('shown');
    } catch (failure) {
      if (asked === shown) become('failed', failure.code ? failure : { code: 'image_failed' });
    }
  }

  function become(state, failure) {
    const { url } = shown;
    setAttribute(node, 'data-state', state);
    const told = {
      loading: t('image.loading'),
      shown: t('image.enlarge'),
      failed: failure && describeFailure(i18n, failure),
    };
    setText(words, told[state] ?? t('image.show'));
    setText(host, isUpload(url) ? '' : new URL(url).host);
    name();
  }

  function name() {
    const parts = [shown.alt || t('image.label'), host.textContent, words.textContent];
    setAttribute(button, 'aria-label', parts.filter(Boolean).join(', '));
    setAttribute(button, 'title', words.textContent);
  }

  /** Asked for when it is about to be seen. */
  const seen =
    globalThis.IntersectionObserver &&
    new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      show(images.load(shown.url));
    });

  /** A picture that is there stays, whatever is said of it. */
  function describe(alt) {
    shown.alt = alt;
    if (shown.img) setAttribute(shown.img, 'alt', alt);
    name();
  }

  function forget() {
    shown = {};
    seen?.disconnect();
    button.replaceChildren();
  }

  node.button = button;
  node.show = ({ image, text }) => {
    node.hidden = button.hidden = !image;
    if (!image) return forget();
    if (image.url === shown.url) return text !== shown.alt && describe(text);
    shown = { url: image.url, alt: text };
    button.replaceChildren(icon('image'), words, host);
    become(isUpload(image.url) ? 'loading' : 'offered');
    if (isUpload(image.url)) seen?.observe(node);
  };
  return node;
}
