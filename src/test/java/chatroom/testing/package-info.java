/** Runs the packaged application in a real server and speaks to it over real sockets. */
@NullMarked
package chatroom.testing;

import org.jspecify.annotations.NullMarked;
