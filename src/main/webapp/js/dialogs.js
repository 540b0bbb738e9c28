/**
 * The dialog that is open over the page, and what it asked of the server.
 *
 * @typedef {object} Dialog
 * @property {'create' | 'room' | 'commands' | 'search' | 'sign' | 'profile' |
 *   'moderate' | 'report' | 'admin' | 'switch' | 'shortcuts' | 'telling' | 'date'} kind
 * @property {'in' | 'up'} [mode] of signing
 * @property {string} [room] which it is about
 * @property {{id: number, name: string}} [person] on whom somebody acts
 * @property {number} [id] of the message that is reported
 * @property {import('./members.js').Members} [members] of that room, as soon as they are told
 * @property {{id: string, since: number, online: boolean, current: boolean}[]} [sessions] where
 *   we are signed in
 * @property {object} [stats] and the next four: what an administrator was told
 * @property {object[]} [restraints]
 * @property {object[]} [settings]
 * @property {object[]} [acts] the newest first
 * @property {boolean} [hasMoreActs]
 * @property {import('./census.js').Census} [people] who has an account
 * @property {{token: string, expires_at: number, uses: number}} [invitation] that was just made, and
 *   will not be shown again
 * @property {{token: string, name: string}} [secret] the same of what a program comes by
 * @property {object[]} [tokens] by what programs come
 * @property {Dialog & {section: string}} [back] what is shown again when this one is closed
 * @property {string} [ref] of what it asked and the server has not answered
 * @property {string} [asked] what that is
 * @property {string} [done] what the server has done
 * @property {object | null} failure why it has not
 */

const openDialog = (state, { kind, room, mode, person, id, from }) => ({
  ...state,
  isDrawerOpen: false,
  dialog: { kind, room, mode, person, id, back: backTo(state, from), failure: null },
});

/** Who came from a section of another dialog goes back there. */
const backTo = ({ dialog }, section) =>
  dialog && section ? { ...dialog, section, done: '', failure: null } : undefined;

const isAsking = ({ dialog }, ref) => dialog !== null && dialog.ref === ref;

export const dialogActs = {
  dialog: openDialog,
  closeDialog: (state) =>
    state.isBarred ? state : { ...state, dialog: state.dialog?.back ?? null },
  /** Not now; the room goes on being listed. */
  dismissInvite: (state, { room }) => ({
    ...state,
    invites: state.invites.filter((invite) => invite.room !== room),
  }),
};

/** What becomes of the dialog when what it asked is on its way, done or refused. */
export const dialogErrands = {
  errandAsked: (state, { ref, errand }) =>
    state.dialog
      ? { ...state, dialog: { ...state.dialog, ref, asked: errand.name, done: '', failure: null } }
      : state,
  errandDone(state, { ref, errand }) {
    if (!isAsking(state, ref)) return state;
    if (errand.name === 'createRoom') return { ...state, dialog: null };
    return { ...state, dialog: { ...state.dialog, ref: undefined, done: errand.name } };
  },
  errandRefused: (state, { ref, failure }) =>
    isAsking(state, ref)
      ? { ...state, dialog: { ...state.dialog, ref: undefined, failure } }
      : { ...state, notice: failure },
};
