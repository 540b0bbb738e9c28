package chatroom.conversation;

import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.wire.SessionMessage.Failure;

/**
 * Whom a client may come in as; who may not is told why, and has to go.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Door {
  @FunctionalInterface
  private interface Check {
    void pass() throws Rejection;
  }

  private final Chat chat;
  private final Client client;
  private final Runnable turnedAway;

  /**
   * @param turnedAway runs when the client has to go
   */
  Door(Chat chat, Client client, Runnable turnedAway) {
    this.chat = chat;
    this.client = client;
    this.turnedAway = turnedAway;
  }

  /** Turns away who comes as a guest from a place that is banned; says whether that is so. */
  boolean isShutToGuests() {
    return turnsAway(() -> chat.oversight().discipline().requireWelcome(client.address()));
  }

  /** Turns away who was never here before, if nobody new is let in; says whether that is so. */
  boolean isLockedDown() {
    return turnsAway(chat.order().lockdown()::requireOpen);
  }

  /** Turns away who is banned or was kicked just now; says whether that is so. */
  boolean isShutTo(long userId) {
    return turnsAway(() -> chat.oversight().discipline().requireWelcome(userId));
  }

  private boolean turnsAway(Check check) {
    try {
      check.pass();
      return false;
    } catch (Rejection e) {
      turnAway(e);
      return true;
    }
  }

  /** Lets the client go for that reason. */
  void turnAway(Rejection why) {
    client.finish(Failure.of(why, chat.now()), end(why.code()));
    turnedAway.run();
  }

  private static Disconnect end(Code code) {
    return switch (code) {
      case AUTH_FAILED -> Disconnect.AUTH_FAILED;
      case BANNED -> Disconnect.EXPELLED;
      default -> Disconnect.UNAVAILABLE;
    };
  }

  /** Lets the client go who may come back. */
  void turnAway() {
    client.finish(Failure.of(Refusals.unavailable(), chat.now()), Disconnect.UNAVAILABLE);
    turnedAway.run();
  }
}
