import accounts from './accounts.zh.js';
import { WORDS } from './emoji.zh.js';
import { WORDS as ENGLISH } from './emoji.en.js';
import order from './order.zh.js';
import writing from './writing.zh.js';

export default { ...accounts, ...order, ...writing, 'emoji.words': WORDS + ENGLISH };
