/**
 * Where one writes. Each conversation keeps its own unfinished text, and so does each message that
 * is changed, so none goes astray.
 */
import { createDrafts } from '../drafts.js';
import { isUnderWay } from '../conversation.js';
import { withEmoji } from '../emoji/emoji.js';
import { mayEdit } from '../editWindow.js';
import { closedBy, roomInfo } from '../facts.js';
import { roomLeft } from '../length.js';
import { mutedUntil } from '../moderation.js';
import { isRoom } from '../rooms.js';
import { createSession } from '../session.js';
import { slowness } from '../slow.js';
import { currentConversation, entryOf, messageOf } from '../store.js';
import { mountAttach } from './attach.js';
import { mountComposing } from './composing.js';
import { createCount } from './count.js';
import { element, setAttribute, setText } from './dom.js';
import { makeGrowing } from './growing.js';
import { icon } from './icons.js';
import { isKey } from './keys.js';
import { mountSuggestions } from './suggest.js';

/** For a page that cannot keep anything. */
const forgetful = ({ timers }) =>
  createDrafts({ session: createSession(() => null), timers });

export function mountComposer(place, context) {
  const { i18n, onAction, overlays, now, drafts = forgetful(context) } = context;
  const { t } = i18n;
  /** Of the draft: the conversation's key, with the message's id if one is changed. */
  let slot = '';
  let left = null;
  let latest;
  /** Of the message that is edited as soon as the server has it. */
  let awaited = null;

  const label = element('label', { for: 'chat-composer', class: 'visually-hidden' });
  const field = element('textarea', {
    id: 'chat-composer',
    rows: '1',
    dir: 'auto',
    enterkeyhint: 'send',
    'aria-describedby': 'chat-composer-hint',
    on: { keydown, input: wrote, blur: () => (awaited = null) },
  });
  const emoji = element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': t('emoji.title'),
      title: t('emoji.title'),
      on: { click: () => overlays.pickEmoji(emoji, insert) },
    },
    icon('smile'),
  );
  const send = element(
    'button',
    { class: 'button primary send', 'aria-label': t('composer.send') },
    icon('send'),
  );
  const form = element('form', { class: 'composer', on: { submit } }, label, field, emoji, send);
  const above = element('div', { class: 'composer-above' });
  const composing = mountComposing(place, context);
  const hint = element('p', { id: 'chat-composer-hint', class: 'hint' }, t('composer.hint'));
  const closed = element('p', { class: 'composer-closed' });
  const count = createCount(context);
  const keys = element(
    'button',
    { type: 'button', class: 'link', on: { click: () => onAction('dialog', { kind: 'shortcuts' }) } },
    t('keys.title'),
  );
  const below = element('div', { class: 'composer-below hint' }, hint, keys, count.node);
  place.append(above, form, below, closed);
  const grow = makeGrowing(field);
  const suggestions = mountSuggestions(above, field, { ...context, onTaken: wrote });
  const attach = mountAttach(overlays.place, form, field, context);

  function insert(text) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
    wrote();
  }

  function wrote() {
    awaited = null;
    drafts.set(slot, field.value);
    measure();
    onAction('wrote', { text: field.value });
  }

  function measure() {
    grow();
    left = roomLeft(currentConversation(latest), field.value.trim(), latest.maxBytes);
    count.show(left);
    setAttribute(send, 'aria-disabled', left < 0 ? 'true' : null);
  }

  function keydown(event) {
    if (suggestions.keydown(event)) return;
    if (isKey(event, 'Enter') && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
    } else if (isKey(event, 'Escape') && (awaited || currentConversation(latest).composing)) {
      event.stopPropagation();
      awaited = null;
      onAction('compose', { composing: null });
    } else if (isKey(event, 'ArrowUp') && !event.altKey && field.value === '') editLast(event);
  }

  /** What one said last is what one most often wants to mend, also while it is on its way. */
  function editLast(event) {
    const { entries } = currentConversation(latest);
    const last = entries.findLast((entry) => entry.own && isThere(entry));
    if (!last || (last.id && !mayEdit(latest, last, now()))) return;
    event.preventDefault();
    if (last.id) onAction('compose', { composing: { kind: 'edit', id: last.id } });
    else awaited = last.ref;
  }

  const isThere = (entry) => (entry.id ? !entry.deletedAt : isUnderWay(entry));

  /** After what is being drawn, so that no part of it is drawn from before. */
  function editAwaited() {
    const id = awaited === null ? undefined : entryOf(latest, awaited)?.id;
    if (!id || form.hidden) return;
    awaited = null;
    queueMicrotask(() => onAction('compose', { composing: { kind: 'edit', id } }));
  }

  function submit(event) {
    event.preventDefault();
    if (left < 0) return onAction('notice', { notice: { code: 'message_too_large' } });
    const text = withEmoji(field.value.trim());
    const edit = editOf(currentConversation(latest));
    const isTaken =
      text && (edit ? onAction('edit', { id: edit.id, text }) : onAction('write', { text }));
    if (isTaken && !edit) put('');
    if (isTaken) drafts.forget(edit ? slotOf(edit) : slot);
    suggestions.close();
    field.focus();
  }

  function put(text) {
    field.value = text;
    measure();
  }

  const editOf = ({ key, composing: what }) => (what?.kind === 'edit' ? { key, ...what } : null);

  const slotOf = ({ key, id }) => (id === undefined ? key : `${key} ${id}`);

  /** Another conversation, or another message to be changed: another text. */
  function change(next, initial) {
    if (slot) drafts.set(slot, field.value);
    if (slot) field.focus();
    awaited = null;
    slot = next;
    put(drafts.of(next) ?? initial);
    if (field.value) drafts.set(slot, field.value);
  }

  function showSlot(conversation) {
    const edit = editOf(conversation);
    const next = slotOf(edit ?? { key: conversation.key });
    if (next === slot) return;
    const entry = edit && messageOf(latest, edit.id);
    change(next, edit?.text ?? entry?.text ?? '');
    // A change that is given up is no draft.
    if (!edit) drafts.forgetChanges(next);
  }

  function hintOf(state) {
    const slow = slowness(state, now());
    if (!slow) return t('composer.hint');
    const left = slow.left ? t('composer.slow-left', { n: slow.left }) : '';
    return `${t('composer.slow', { n: slow.seconds })} ${left}`.trim();
  }

  return (state) => {
    const before = latest && currentConversation(latest).composing;
    latest = state;
    const conversation = currentConversation(state);
    const { key, name, personId } = conversation;
    if (drafts.follow(state)) put('');
    showSlot(conversation);
    composing(state);
    suggestions.show(state);
    attach(state);
    if (conversation.composing && conversation.composing !== before) field.focus();
    const words = t(personId === null ? 'composer.room' : 'composer.private', { name });
    setText(label, words);
    setAttribute(field, 'placeholder', words);
    const until = mutedUntil(state, now());
    const reason = until ? 'muted' : isRoom({ personId }) ? closedBy(state, roomInfo(state, key)) : null;
    form.hidden = reason !== null;
    below.hidden = reason !== null;
    closed.hidden = reason === null;
    setText(hint, hintOf(state));
    setText(closed, reason ? t(`composer.${reason}`, { time: i18n.moment(until) }) : '');
    if (until && state.muted.reason)
      setText(closed, `${closed.textContent} ${t('removal.reason', state.muted)}`);
    editAwaited();
  };
}
