/**
 * Tells what a server's fan-out costs: thousands of clients on few threads, beside a naive endpoint
 * and the bare floor on the same machine; and JMH for its parts.
 */
@NullMarked
package chatroom.bench;

import org.jspecify.annotations.NullMarked;
