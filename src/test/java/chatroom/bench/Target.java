package chatroom.bench;

import java.net.URI;
import java.util.OptionalLong;

/**
 * A server to be put under load.
 *
 * @param name for people
 * @param pid of its process, if it is known and on this machine
 * @param bare whether it is no chat room but only sends; see {@link Wording}
 */
record Target(String name, URI url, OptionalLong pid, boolean bare) {}
