/** What an error of the server means, in the reader's language; the server's words if unknown. */
export function describeFailure({ t, has }, failure) {
  const { code, message, retry_after_ms: retryAfterMs } = failure;
  const text = has(`error.${code}`) ? t(`error.${code}`, failure) : (message ?? String(code));
  if (!retryAfterMs) return text;
  return `${text} ${t('error.retry_after', { n: Math.ceil(retryAfterMs / 1000) })}`;
}
