import accounts from './accounts.en.js';
import { WORDS } from './emoji.en.js';
import order from './order.en.js';
import writing from './writing.en.js';

export default { ...accounts, ...order, ...writing, 'emoji.words': WORDS };
