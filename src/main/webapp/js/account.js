/** How the state changes when a guest signs in, or somebody who has an account signs out. */
import { forgetStored } from './forgetting.js';
import { unconfirmed } from './rooms.js';

/** What a page that is about to be somebody else has to find out anew. */
const asOther = (state) => ({
  ...unconfirmed(forgetStored(state, true)),
  isGreeting: true,
  asked: null,
  areRoomsKnown: false,
  muted: null,
});

const withoutSign = ({ dialog }) => (dialog?.kind === 'sign' ? null : dialog);

const inDialog = (state, change) =>
  state.dialog?.kind === 'sign' ? { ...state, dialog: { ...state.dialog, ...change } } : state;

const signDialog = (state, failure) => ({
  ...state,
  isDrawerOpen: false,
  dialog: { kind: 'sign', mode: 'in', ...withSame(state), ref: undefined, failure },
});

/** Who was about to make an account goes on with that. */
const withSame = ({ dialog }) => (dialog?.kind === 'sign' ? dialog : {});

export const accountActs = {
  signAsked: (state) => inDialog(state, { ref: 'sign', failure: null }),
  /** No; who has closed the dialog meanwhile is told all the same. */
  signRefused: (state, { failure }) =>
    state.dialog?.kind === 'sign'
      ? inDialog(state, { ref: undefined, failure })
      : { ...state, notice: failure },
  /** Without signing in there is nothing to be done here. */
  barred: (state) => ({ ...signDialog(state, withSame(state).failure ?? null), isBarred: true }),
  /** The session in which we were signed in was ended from elsewhere. */
  sessionEnded: (state) => signDialog(state, { code: 'session_ended' }),
  /** What others could be told by is gone; what was written in rooms stays, not sent. */
  signedOut: (state) => ({
    ...forgetStored(state, false),
    me: null,
    account: null,
    dialog: null,
    notice: null,
    naming: { open: state.vouched === null, asked: '', ref: '', failure: null },
  }),
  /** The container or a proxy says who we are, and it is known how that ends. */
  vouched: (state, { canSignOut }) => ({ ...state, vouched: { canSignOut } }),
};

const inProfile = (state, told) =>
  state.dialog?.kind === 'profile' ? { ...state, dialog: { ...state.dialog, ...told } } : state;

export const accountHandlers = {
  sessions: (state, { content }) => inProfile(state, { sessions: content }),
  tokens: (state, { content }) => inProfile(state, { tokens: content }),
  /** It is kept as long as the dialog is open, and nowhere else. */
  token_created: (state, { content }) => inProfile(state, { secret: content }),

  /** A guest who made an account is the same person; who signed in is another. */
  auth_success(state, { content }) {
    const me = { id: content.user_id, name: content.user_name };
    const known = state.me?.id === me.id ? state : asOther(state);
    return {
      ...known,
      me,
      account: { role: content.role },
      isBarred: false,
      naming: { ...state.naming, open: false, failure: null },
      dialog: withoutSign(state),
      notice: null,
    };
  },
};
