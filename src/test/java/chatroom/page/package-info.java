/** The page as people meet it: in a real browser, talking to the packaged application. */
@NullMarked
package chatroom.page;

import org.jspecify.annotations.NullMarked;
