/** States of the page, as they come about. */
import { receive } from '../../main/webapp/js/receive.js';
import { act } from '../../main/webapp/js/acts.js';

/** After steps that are acts, or messages of the server. */
export const after = (state, ...steps) =>
  steps.reduce((s, step) => (step.act ? act(s, step) : receive(s, step)), state);
