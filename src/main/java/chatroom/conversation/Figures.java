package chatroom.conversation;

import chatroom.wire.SessionMessage.ServerStats;
import chatroom.wire.SessionMessage.Stats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The figures of the server, as clients are told them. */
final class Figures {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private Figures() {}

  /** Those of a welcome. */
  static ServerStats brief(Chat chat) {
    Instant now = chat.clock().instant();
    return new ServerStats(
        chat.directory().size(),
        Duration.between(chat.startedAt(), now).toSeconds(),
        TIME.format(now.atZone(ZoneId.systemDefault())));
  }

  /** All of them. */
  static Stats full(Chat chat) {
    ServerStats brief = brief(chat);
    return new Stats(
        chat.now(),
        new Stats.Figures(
            brief.usersOnline(),
            brief.uptimeSeconds(),
            brief.serverTime(),
            chat.clients().size(),
            chat.limits().maxClients(),
            chat.log().stored(),
            chat.order().lockdown().isOn() ? true : null));
  }
}
