package chatroom.conversation;

import chatroom.delivery.Client;
import chatroom.room.Rejection;
import chatroom.wire.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every text with {@code Echo: } before it, as often as anybody may say something.
 *
 * <p>Thread safety: for one thread at a time, as containers call.
 */
public final class EchoDialogue implements Dialogue {
  private static final Logger log = LoggerFactory.getLogger(EchoDialogue.class);
  private static final String PREFIX = "Echo: ";

  private final Client client;
  private final RateLimit rate;
  private final Refusals refusals;

  /** Begins with a client; waits for it to speak. */
  public EchoDialogue(Chat chat, Client client) {
    this.client = client;
    this.rate = new RateLimit(chat.limits().actsPerSecond(), chat.nanoTime());
    this.refusals = new Refusals(client, () -> rate, chat.clock(), chat.nanoTime(), Runnable::run);
    log.info("{} connected", this);
    client.onLeave(why -> log.info("{} left: {}", this, why.reason()));
  }

  @Override
  public void text(String text) {
    try {
      rate.act();
      client.send(Frame.of(PREFIX + text));
    } catch (Rejection e) {
      refusals.answer(this, e);
    }
  }

  @Override
  public void tooLarge() {
    refusals.tooLarge(this);
  }

  @Override
  public void binary() {
    refusals.binary(this);
  }

  /** Who it is, for the log. */
  @Override
  public String toString() {
    return "Echo client at " + client.address();
  }
}
