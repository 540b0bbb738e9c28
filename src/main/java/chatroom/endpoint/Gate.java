package chatroom.endpoint;

import chatroom.conversation.Chat;
import chatroom.delivery.Admission;
import chatroom.delivery.Reception;
import chatroom.wire.WireCodec;
import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * What the endpoints of one application work with, and whom they let in.
 *
 * <p>Thread safety: immutable.
 *
 * @param allowedOrigin which origins may connect beside the server's own
 * @param trustedProxy whose word about a client's address is taken
 * @param logins who comes by the word of others
 * @param tickets what opens a socket from a page of another origin
 * @param visits who is here by a ticket
 * @param signInRequired whether nobody may be here who has not signed in
 * @param maxMessageBytes the largest text of a client, in bytes of UTF-8
 * @param compression whether permessage-deflate (RFC 7692) may be negotiated
 */
public record Gate(
    Chat chat,
    Reception reception,
    Admission admission,
    WireCodec codec,
    Predicate<String> allowedOrigin,
    Predicate<InetAddress> trustedProxy,
    RequestLogin logins,
    Tickets tickets,
    TicketVisits visits,
    boolean signInRequired,
    int maxMessageBytes,
    boolean compression) {}
