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
      const img = element('img', {
        alt: asked.alt,
        referrerpolicy: 'no-referrer',
        decoding: 'async',
      });
      img.src = asked.address;
      await img.decode();
      if (asked !== shown) return;
      button.replaceChildren(img);
      become('shown');
    } catch (failure) {
      if (asked === shown) become('failed', failure.code ? failure : { code: 'image_failed' });
    }
  }

  function become(state, failure) {
    const { url, alt } = shown;
    setAttribute(node, 'data-state', state);
    if (state === 'shown') return setAttribute(button, 'title', t('image.enlarge'));
    const told = { loading: t('image.loading'), failed: failure && describeFailure(i18n, failure) };
    const place = isUpload(url) ? '' : new URL(url).host;
    setText(words, told[state] ?? t('image.show'));
    setText(host, place);
    setAttribute(
      button,
      'aria-label',
      [alt || t('image.label'), place, words.textContent].filter(Boolean).join(', '),
    );
  }

  /** Asked for when it is about to be seen. */
  const seen =
    globalThis.IntersectionObserver &&
    new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      show(images.load(shown.url));
    });

  node.button = button;
  node.show = ({ image, text }) => {
    node.hidden = button.hidden = !image;
    if (!image || (image.url === shown.url && text === shown.alt)) return;
    shown = { url: image.url, alt: text };
    button.replaceChildren(icon('image'), words, host);
    become(isUpload(image.url) ? 'loading' : 'offered');
    if (isUpload(image.url)) seen?.observe(node);
  };
  return node;
}
