/** How a question to the server, and its answer, change the state where the asking was done. */
import { dialogErrands } from './dialogs.js';
import { searchErrands } from './search.js';
import { receiptErrands } from './ties.js';

const noticeErrands = {
  errandAsked: (state) => state,
  errandDone: (state) => state,
  errandRefused: (state, { failure }) => ({ ...state, notice: failure }),
};

const PLACES = {
  dialog: dialogErrands,
  search: searchErrands,
  notice: noticeErrands,
  receipt: receiptErrands,
};

const inPlace = (name) => (state, action) => PLACES[action.errand.for][name](state, action);

export const errandActs = {
  errandAsked: inPlace('errandAsked'),
  errandDone: inPlace('errandDone'),
  errandRefused: inPlace('errandRefused'),
};
