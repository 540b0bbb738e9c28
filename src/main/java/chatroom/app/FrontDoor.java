package chatroom.app;

import chatroom.config.ChatConfig;
import chatroom.conversation.Chat;
import chatroom.delivery.Admission;
import chatroom.delivery.Reception;
import chatroom.endpoint.CrossOriginFilter;
import chatroom.endpoint.Gate;
import chatroom.endpoint.RequestLogin;
import chatroom.endpoint.RequestSource;
import chatroom.endpoint.SignInFilter;
import chatroom.endpoint.TicketFilter;
import chatroom.endpoint.TicketVisits;
import chatroom.endpoint.Tickets;
import chatroom.endpoint.TrustedHeader;
import chatroom.wire.WireCodec;
import jakarta.servlet.Filter;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Who comes, by whose word, and from which pages: what stands before the files and the sockets.
 *
 * <p>Thread safety: immutable.
 *
 * @param logins who comes by the word of others
 * @param source from where
 */
record FrontDoor(
    ChatConfig config,
    RequestLogin logins,
    RequestSource source,
    Tickets tickets,
    TicketVisits visits) {

  static FrontDoor of(ChatConfig config, SecureRandom random, LongSupplier nanoTime) {
    var header =
        new TrustedHeader(
            config.auth().header(), config.auth().rolesHeader(), config::isTrustedProxy);
    return new FrontDoor(
        config,
        new RequestLogin(header),
        new RequestSource(config.allowedOrigins()::allows, config::isTrustedProxy),
        new Tickets(random, nanoTime),
        new TicketVisits());
  }

  /** What the endpoints work with. */
  Gate gate(Chat chat, Reception reception, Admission admission, WireCodec codec) {
    return new Gate(
        chat,
        reception,
        admission,
        codec,
        config.allowedOrigins()::allows,
        config::isTrustedProxy,
        logins,
        tickets,
        visits,
        config.auth().required(),
        config.maxMessageBytes(),
        config.compression());
  }

  /**
   * What requests pass first, in this order.
   *
   * @param open what pages of other origins may be given, by its path in the application
   */
  List<Filter> filters(Predicate<String> open) {
    List<Filter> filters = new ArrayList<>();
    if (config.allowedOrigins().any() || !config.allowedOrigins().origins().isEmpty()) {
      filters.add(
          new CrossOriginFilter(source, path -> open.test(path) || path.startsWith("/uploads")));
    }
    filters.add(new SignInFilter(logins, source, config.auth().container(), open));
    filters.add(new TicketFilter(tickets, logins, source));
    return filters;
  }
}
