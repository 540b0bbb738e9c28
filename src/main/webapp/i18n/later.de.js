import accounts from './accounts.de.js';
import order from './order.de.js';
import writing from './writing.de.js';

export default { ...accounts, ...order, ...writing };
