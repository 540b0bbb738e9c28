/** Which addresses become links: those of the web, without a name or a password in them. */

const MAX_ADDRESS = 2_000;

/** Only what may stand in an address as it is sent: in Chinese, no space need follow one. */
const BARE = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/iy;

const LABELLED =
  /\[([^[\]\n]{1,200})\]\(([^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,2000})?)\)/y;

/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?'*_~\]]$/;

/** @returns {URL | null} */
export function webAddress(text) {
  if (text.length > MAX_ADDRESS || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && !url.username && !url.password ? url : null;
}

function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** @returns {{label: string, href: string, end: number} | null} the link that begins there */
export function labelledLink(text, at) {
  const match = matchAt(LABELLED, text, at);
  const url = match && webAddress(match[2]);
  return url ? { label: match[1], href: url.href, end: at + match[0].length } : null;
}

/** @returns {{label: string, href: string, end: number} | null} the address that begins there */
export function bareLink(text, at) {
  const match = matchAt(BARE, text, at);
  if (!match) return null;
  const label = withoutTrailing(match[0]);
  const url = webAddress(label);
  return url ? { label, href: url.href, end: at + label.length } : null;
}

function withoutTrailing(address) {
  let end = address.length;
  let open = 0;
  for (const char of address) open += char === '(' ? 1 : char === ')' ? -1 : 0;
  for (; end > 0; end--) {
    const isClosing = address[end - 1] === ')' && open < 0;
    if (!isClosing && !TRAILING.test(address[end - 1])) break;
    if (isClosing) open++;
  }
  return address.slice(0, end);
}

/** A label that names another place than the link goes to. */
export function isDeceptive(label, href) {
  const named = /(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/iu.exec(label);
  return named !== null && named[1].toLowerCase() !== new URL(href).hostname;
}
