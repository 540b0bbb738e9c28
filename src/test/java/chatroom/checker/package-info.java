/**
 * Proves over sockets that a server keeps the promises of delivery: scripted clients write down
 * what they said, were acknowledged and saw, and a judge compares it with the server's own log.
 */
@NullMarked
package chatroom.checker;

import org.jspecify.annotations.NullMarked;
