import accounts from './accounts.zh.js';
import order from './order.zh.js';
import writing from './writing.zh.js';

export default { ...accounts, ...order, ...writing };
