/** What an error of the server means, in the reader's language; the server's words if unknown. */
export function describeFailure({ t, has }, { code, message, retry_after_ms: retryAfterMs }) {
  const text = has(`error.${code}`) ? t(`error.${code}`) : (message ?? String(code));
  if (!retryAfterMs) return text;
  return `${text} ${t('error.retry_after', { n: Math.ceil(retryAfterMs / 1000) })}`;
}
