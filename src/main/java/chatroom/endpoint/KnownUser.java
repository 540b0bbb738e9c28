package chatroom.endpoint;

import chatroom.conversation.Login;
import java.util.Optional;

/**
 * Somebody for whom the container or a trusted proxy vouches.
 *
 * <p>Thread safety: immutable.
 *
 * @param session the one in which they signed in, if they did in one: its end is that of its
 *     sockets
 */
record KnownUser(Login login, Optional<SessionSockets> session) {}
