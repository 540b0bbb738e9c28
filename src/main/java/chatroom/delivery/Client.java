package chatroom.delivery;

import chatroom.room.Unavailable;
import chatroom.wire.Frame;
import chatroom.wire.ServerMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection as the rest of the server sees it: something to send to, that gives signs of life.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class Client {
  private static final Logger log = LoggerFactory.getLogger(Client.class);

  private final PeerAddress address;
  private final Protocol protocol;
  private final Transport transport;
  private final FrameEncoder encoder;
  private final LongSupplier nanoTime;

  /** One at a time, so that slow answers to one client take one thread. */
  private final Executor encoders;

  private final Departures departures;
  private final Outbox outbox;
  private volatile long lastHeard;
  private volatile Runnable presenceLeftOut = () -> {};
  private final CompletableFuture<Disconnect> departure = new CompletableFuture<>();
  private final CompletableFuture<Disconnect> closed = new CompletableFuture<>();

  Client(
      PeerAddress address,
      Protocol protocol,
      Transport transport,
      FrameEncoder encoder,
      LongSupplier nanoTime,
      long maxQueuedBytes,
      Workers workers,
      Departures departures) {
    this.address = address;
    this.protocol = protocol;
    this.transport = transport;
    this.encoder = encoder;
    this.nanoTime = nanoTime;
    this.encoders = new OneByOne(workers.encoders());
    this.departures = departures;
    this.outbox =
        new Outbox(
            transport,
            protocol,
            workers.pingers(),
            maxQueuedBytes,
            nanoTime,
            why -> departures.depart(this, why),
            () -> presenceLeftOut.run());
    this.lastHeard = nanoTime.getAsLong();
  }

  /** Where it connected from. */
  public PeerAddress address() {
    return address;
  }

  /** How it speaks. */
  public Protocol protocol() {
    return protocol;
  }

  /** From now on it is sent the very same text in binary frames. */
  public void useBinaryFrames() {
    outbox.useBinary();
  }

  /** Tells it from now on what a feed tells. */
  Subscription subscribe(Feed feed, long userId) {
    return outbox.subscribe(feed, userId);
  }

  /** Tells it nothing more of that. */
  void unsubscribe(Subscription subscription) {
    outbox.unsubscribe(subscription);
  }

  /** A feed's batch is due; as {@link Outbox#deliver}. */
  boolean deliver(Subscription subscription, Batch batch, Pass pass) {
    return outbox.deliver(subscription, batch, pass);
  }

  /**
   * Tells the listener, whenever this client has caught up after it read so slowly that of what its
   * rooms told only the messages were kept for it: who is there it does not know any more.
   */
  public void onPresenceLeftOut(Runnable listener) {
    presenceLeftOut = listener;
  }

  /** Sends a frame that goes to this client alone and unasked. */
  public void send(Frame frame) {
    outbox.offer(frame);
  }

  /** Sends a message that goes to this client alone and unasked. */
  public void send(ServerMessage message) {
    outbox.offer(encoder.frame(message));
  }

  /** The same with a message that is soon out of date: it is left out if too much waits. */
  public void sendPassing(ServerMessage message) {
    outbox.offerPassing(encoder.frame(message));
  }

  /**
   * Sends what this client asked for, in the turn of this call; it does not count against the bound
   * of its queue. It may be large and take time to find out, so others make and encode it. Each
   * message is a frame of its own, so that a large answer goes out in pieces.
   *
   * @param messages what to say, if anything
   * @param size told how many bytes it has in all
   */
  public void answer(Supplier<List<ServerMessage>> messages, IntConsumer size) {
    Outbox.Turn turn = outbox.answer();
    encoders.execute(() -> make(turn, () -> turn.take(encoded(messages.get(), size))));
  }

  /** What may not be had now, page by page. */
  @FunctionalInterface
  public interface Answer {
    /**
     * What to say, if anything; then more of it.
     *
     * @param next gives the next page; null after the last
     */
    record Page(List<ServerMessage> messages, @Nullable Answer next) {
      /** All that there is. */
      public static Page only(List<ServerMessage> messages) {
        return new Page(messages, null);
      }
    }

    /**
     * The page.
     *
     * @throws Unavailable if it cannot be had now
     */
    Page page() throws Unavailable;
  }

  /**
   * The same with an answer that this client cannot do without. A page of it is made when all
   * before it has been sent, so a client that does not read has one page wait for it.
   *
   * @param otherwise said instead of a page that cannot be had; what follows would be incomplete,
   *     so it is not sent, and the connection ends
   */
  public void answerOrEnd(Answer answer, ServerMessage otherwise, IntConsumer size) {
    makePage(outbox.answer(), answer, otherwise, size);
  }

  private void makePage(
      Outbox.Turn turn, Answer answer, ServerMessage otherwise, IntConsumer size) {
    encoders.execute(
        () ->
            make(
                turn,
                () -> {
                  try {
                    Answer.Page page = answer.page();
                    List<Frame> frames = encoded(page.messages(), size);
                    Answer next = page.next();
                    if (next == null) {
                      turn.take(frames);
                    } else {
                      turn.takePage(frames, () -> makePage(turn, next, otherwise, size));
                    }
                  } catch (Unavailable e) {
                    turn.takeLast(encoder.frame(otherwise), Disconnect.UNAVAILABLE);
                  }
                }));
  }

  private List<Frame> encoded(List<ServerMessage> messages, IntConsumer size) {
    List<Frame> frames = messages.stream().map(encoder::frame).toList();
    size.accept(frames.stream().mapToInt(Frame::bytes).sum());
    return frames;
  }

  private void make(Outbox.Turn turn, Runnable making) {
    try {
      making.run();
    } catch (RuntimeException e) {
      log.error("An answer to a client at {} failed", address, e);
      turn.abandon();
    }
  }

  /** How many bytes of answers it has not taken yet. */
  public long unreadAnswerBytes() {
    return outbox.answerBytes();
  }

  /** Sends a last message, and ends the connection when it is sent. */
  public void finish(ServerMessage message, Disconnect why) {
    outbox.finish(encoder.frame(message), why);
  }

  /** Ends the connection at once; what still waits is not sent. */
  public void end(Disconnect why) {
    departures.depart(this, why);
  }

  /** Something came from the peer. */
  public void heard() {
    lastHeard = nanoTime.getAsLong();
  }

  /** The peer answered the ping of that mark: all that was sent before it has been read. */
  public void answered(long mark) {
    outbox.answered(mark);
  }

  /** Whether it has left: what still comes from it means nothing. */
  public boolean hasLeft() {
    return departure.isDone();
  }

  /** For how long nothing came from the peer, in nanoseconds. */
  long silentNanos() {
    return nanoTime.getAsLong() - lastHeard;
  }

  /** For how long a send has been under way, in nanoseconds. */
  long stalledNanos() {
    return outbox.stalledNanos();
  }

  /** Sends a ping, unless a frame is under way; says if it did. */
  boolean ping() {
    return outbox.ping();
  }

  /** Tells the listener, once, when this client has left, or now if it has. */
  public void onLeave(Consumer<Disconnect> listener) {
    announce(departure.thenAccept(listener));
  }

  /** Tells the listener, once, when the connection is closed, or now if it is. */
  void onClose(Runnable listener) {
    announce(closed.thenRun(listener));
  }

  private static void announce(CompletableFuture<Void> told) {
    var unused =
        told.exceptionally(
            failure -> {
              log.error("A client's leaving was not told to all", failure);
              return null;
            });
  }

  /** It has left: nothing more is sent, and whoever wants to know is told. */
  void left(Disconnect why) {
    outbox.close();
    departure.complete(why);
  }

  /** Ends the connection; may block for a moment. */
  void closeTransport(Disconnect why) {
    transport.close(why);
    closed.complete(why);
  }
}
