import accounts from './accounts.de.js';
import { WORDS } from './emoji.de.js';
import { WORDS as ENGLISH } from './emoji.en.js';
import order from './order.de.js';
import writing from './writing.de.js';

export default { ...accounts, ...order, ...writing, 'emoji.words': WORDS + ENGLISH };
