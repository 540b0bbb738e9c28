/**
 * A dialog that few need, or not at once: it is fetched when the page has nothing else to do, so
 * that it is there also without a line, or when somebody asks for it before that.
 */
const AFTER_MS = 3_000;

/**
 * @param {string} kind of the dialog
 * @param {() => Promise<(place: Element, context: object) => (state: object) => void>} load
 */
export const mountLater = (kind, load) => (place, context) => {
  const { i18n, onAction, timers } = context;
  const isAsked = ({ dialog }) => dialog?.kind === kind;
  // A browser that could not fetch a module once may not try again.
  const isThere = ({ isGreeted, connection }) => isGreeted && connection.status === 'connected';
  let update;
  let coming;
  let timer;
  let latest;

  async function fetch() {
    try {
      const [mount] = await Promise.all([load(), i18n.learn()]);
      update = mount(place, context);
      update(latest);
    } catch {
      coming = undefined;
      if (!isAsked(latest)) return;
      onAction('closeDialog');
      // The server has the files of its own version of the page, and of no other.
      onAction('notice', { notice: { code: isThere(latest) ? 'renewed' : 'offline' } });
    }
  }

  function prefetch() {
    if (isThere(latest)) coming ??= fetch();
    else timer = undefined;
  }

  return (state) => {
    latest = state;
    if (update) return update(state);
    if (isAsked(state)) coming ??= fetch();
    else if (isThere(state)) timer ??= timers.setTimeout(prefetch, AFTER_MS);
  };
};
