/** A disc with somebody's initial, in a colour that stays theirs; decoration, so not text. */
import { element, setAttribute } from './dom.js';

const TINTS = 8;

const initialOf = (name) => Array.from(name)[0]?.toLocaleUpperCase() ?? '';

/** One of the colours that the style sheet has for avatars; the same for the same name. */
export const tintOf = (name) =>
  Array.from(name).reduce((hash, char) => (hash * 31 + char.codePointAt(0)) % 9973, 7) % TINTS;

export const createAvatar = () => element('span', { class: 'avatar', 'aria-hidden': 'true' });

export function updateAvatar(avatar, name) {
  setAttribute(avatar, 'data-initial', initialOf(name));
  setAttribute(avatar, 'class', `avatar tint-${tintOf(name)}`);
}
