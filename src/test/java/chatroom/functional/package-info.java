/** The whole server over a socket: what {@code protocol.md} promises, one sentence a test. */
@NullMarked
package chatroom.functional;

import org.jspecify.annotations.NullMarked;
