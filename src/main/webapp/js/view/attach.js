/**
 * Sending an image: a file that is chosen, pasted or dropped, or the address of one elsewhere. What
 * is on it can be said for who cannot see it.
 */
import { webAddress } from '../markdown/links.js';
import { createDialog } from './dialog.js';
import { mountDrop } from './drop.js';
import { element, setText } from './dom.js';
import { describeFailure } from './failure.js';
import { icon } from './icons.js';

const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
const MAX_ALT = 500;
const MIB = 1024 * 1024;

/**
 * @param {Element} place where files can be dropped
 * @param {Element} form the composer, which gets a button
 * @param {Element} field into which images can be pasted
 */
export function mountAttach(place, form, field, { i18n, onAction, images }) {
  const { t } = i18n;
  let state;
  /** @type {{files: File[], key: string, preview: string, sending: AbortController | null}} */
  let work = { files: [], key: '', preview: '', sending: null };

  const button = element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': t('attach.title'),
      title: t('attach.title'),
      on: { click: () => open([]) },
    },
    icon('image'),
  );
  const input = element('input', {
    type: 'file',
    accept: TYPES.join(','),
    multiple: '',
    hidden: '',
    on: { change: chosen },
  });
  const choose = element(
    'button',
    { type: 'button', class: 'button attach-choose', on: { click: () => input.click() } },
    icon('image'),
    t('attach.choose'),
  );
  const limit = element('p', { class: 'hint' });
  const link = element('input', {
    id: 'chat-image-link',
    type: 'url',
    placeholder: 'https://',
    autocomplete: 'off',
    'aria-describedby': 'chat-image-error',
  });
  const linkPart = element(
    'div',
    { class: 'dialog-field' },
    element('label', { for: 'chat-image-link' }, t('attach.link')),
    link,
  );
  const preview = element('div', { class: 'attach-preview' });
  const alt = element('input', {
    id: 'chat-image-alt',
    maxlength: MAX_ALT,
    dir: 'auto',
    autocomplete: 'off',
    'aria-describedby': 'chat-image-alt-hint',
  });
  const progress = element('progress', { max: '1', 'aria-label': t('attach.progress') });
  const error = element('p', { id: 'chat-image-error', class: 'field-error', role: 'alert' });
  const send = element('button', { class: 'button primary' }, t('composer.send'));
  const body = element(
    'form',
    { class: 'dialog-body', novalidate: '', on: { submit } },
    element('h2', { id: 'chat-attach' }, t('attach.title')),
    preview,
    choose,
    limit,
    input,
    linkPart,
    element(
      'div',
      { class: 'dialog-field' },
      element('label', { for: 'chat-image-alt' }, t('attach.alt')),
      alt,
      element('p', { id: 'chat-image-alt-hint', class: 'hint' }, t('attach.alt-hint')),
    ),
    progress,
    error,
    element(
      'div',
      { class: 'dialog-buttons' },
      element(
        'button',
        { type: 'button', class: 'button', on: { click: () => dialog.close() } },
        t('dialog.cancel'),
      ),
      send,
    ),
  );
  const dialog = createDialog(
    place,
    { class: 'dialog', 'aria-labelledby': 'chat-attach', on: { close: closed } },
    body,
  );
  form.insertBefore(button, field);
  field.addEventListener('paste', (event) => isText(event) || taken(event, event.clipboardData));
  mountDrop(place, i18n, taken);

  /** What is copied from a table or a document comes with a picture of itself. */
  const isText = ({ clipboardData: { types } }) => [...types].includes('text/plain');

  function taken(event, { files }) {
    if (files.length === 0) return;
    event.preventDefault();
    if (!dialog.open) open([...files]);
  }

  function chosen() {
    work.files = [...input.files];
    input.value = '';
    show();
    alt.focus();
  }

  function open(files) {
    work = { files, key: state.current, preview: '', sending: null };
    link.value = '';
    alt.value = '';
    show();
    dialog.showModal();
    (files.length ? alt : choose.hidden ? link : choose).focus();
  }

  /** Whatever is chosen is to be seen before it is sent. */
  function show() {
    const [file] = work.files;
    const canUpload = state.maxUpload > 0;
    URL.revokeObjectURL(work.preview);
    work.preview = file ? URL.createObjectURL(file) : '';
    preview.replaceChildren(...(file ? [element('img', { alt: '', src: work.preview })] : []));
    preview.hidden = !file;
    choose.hidden = !canUpload || file !== undefined;
    limit.hidden = choose.hidden;
    setText(limit, t('attach.limit', { n: Math.floor(state.maxUpload / MIB) }));
    linkPart.hidden = file !== undefined;
    progress.hidden = true;
    setText(error, file ? faultOf(file) : '');
    send.disabled = error.textContent !== '';
  }

  function faultOf({ type, size }) {
    if (state.maxUpload === 0) return t('attach.no-uploads');
    if (!TYPES.includes(type)) return t('attach.wrong-type');
    return size > state.maxUpload
      ? t('attach.too-large', { n: Math.floor(state.maxUpload / MIB) })
      : '';
  }

  async function submit(event) {
    event.preventDefault();
    const [file] = work.files;
    const url = file ? await upload(file) : webAddress(link.value.trim())?.href;
    if (!file) setText(error, url ? '' : t('error.invalid_url'));
    if (!url || !onAction('write', { text: alt.value.trim(), image: { url }, to: work.key }))
      return;
    if (work.files.length < 2) return dialog.close();
    work.files = work.files.slice(1);
    alt.value = '';
    show();
    alt.focus();
  }

  /** @returns {Promise<string | undefined>} where it is now; undefined if it is nowhere */
  async function upload(file) {
    const { signal } = (work.sending = new AbortController());
    setText(error, '');
    send.disabled = true;
    progress.hidden = false;
    try {
      const onProgress = (part) => (progress.value = part);
      return await images.send(file, work.key, { onProgress, signal });
    } catch (failure) {
      if (!signal.aborted) setText(error, describeFailure(i18n, failure));
      return undefined;
    } finally {
      // Another may be on its way by then.
      if (!signal.aborted) rest();
    }
  }

  function rest() {
    send.disabled = false;
    progress.hidden = true;
    progress.value = 0;
  }

  function closed() {
    work.sending?.abort();
    rest();
    URL.revokeObjectURL(work.preview);
    preview.replaceChildren();
    work = { ...work, files: [], preview: '' };
    field.focus();
  }

  return (next) => (state = next);
}
