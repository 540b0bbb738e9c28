package chatroom.delivery;

import chatroom.wire.Frame;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only sender of one client: frames leave in the order they were offered, one message at a
 * time, no more than a bounded number of bytes wait, here or, by a {@link CreditWindow}, in the
 * container. What is offered to an idle outbox leaves at once, and for a {@code chat.v1} client
 * what has gathered during a send leaves together. What a feed tells is brought by its {@link
 * RoomWriter}, which may wait for the send.
 *
 * <p>Thread safety: safe for use by any thread. Nothing blocks but {@link #deliver}; whoever offers
 * to an idle outbox sends. {@link Dispatch} decides under its lock; here is done what it decided,
 * and neither the transport nor a listener is called with the lock held.
 *
 * <p>Failure: when too many bytes wait or a send fails, the outbox empties itself, takes nothing
 * more, and tells the listener once.
 */
public final class Outbox {
  /** The turn of an answer that is still being made. */
  public final class Turn {
    private final BacklogItem.Frames item;

    private Turn(BacklogItem.Frames item) {
      this.item = item;
    }

    /** Here is the answer, in as many frames as it has; called once. */
    public void take(List<Frame> frames) {
      obey(dispatch.fill(item, List.copyOf(frames), null));
    }

    /**
     * Here is a page of the answer; called once for each but the last, which {@link #take}s.
     *
     * @param nextPage has the next page made, without waiting; runs when all of this one has been
     *     sent
     */
    public void takePage(List<Frame> frames, Runnable nextPage) {
      obey(dispatch.fill(item, List.copyOf(frames), nextPage));
    }

    /** There will be no answer but this, nothing behind it, and it is the end. */
    public void takeLast(Frame frame, Disconnect why) {
      obey(dispatch.fillLast(item, frame, why));
    }

    /** There will be no answer, for something broke. */
    public void abandon() {
      end(Disconnect.INTERNAL_ERROR);
    }
  }

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  private final Transport transport;
  private final Executor pingers;
  private final Consumer<Disconnect> ended;
  private final Runnable presenceLeftOut;
  private final Dispatch dispatch;

  /**
   * @param transport where messages go
   * @param protocol whether many frames may go out as one message
   * @param pingers runs pings, which may block
   * @param maxBytes how many bytes may wait, answers not counted; about as many in the container
   * @param nanoTime a clock in nanoseconds that never goes back
   * @param ended told once, when this outbox has given up or has said its last word
   * @param presenceLeftOut told when all has been sent, but of what feeds tell not what is soon out
   *     of date, because too much waited
   */
  public Outbox(
      Transport transport,
      Protocol protocol,
      Executor pingers,
      long maxBytes,
      LongSupplier nanoTime,
      Consumer<Disconnect> ended,
      Runnable presenceLeftOut) {
    this.transport = transport;
    this.pingers = pingers;
    this.ended = ended;
    this.presenceLeftOut = presenceLeftOut;
    this.dispatch = new Dispatch(protocol, !transport.completesWhenSent(), maxBytes, nanoTime);
  }

  /** What leaves from now on leaves in binary messages. */
  public void useBinary() {
    dispatch.useBinary();
  }

  /** Tells from now on what the feed tells, when its writer {@linkplain #deliver brings} it. */
  Subscription subscribe(Feed feed, long userId) {
    return dispatch.subscribe(feed, userId);
  }

  /** Tells nothing more of that. */
  void unsubscribe(Subscription subscription) {
    obey(dispatch.unsubscribe(subscription));
  }

  /**
   * Sends a batch of a feed, or as much of it as is for this client, in its turn. Waits for the
   * send if the pass does, unless the client made others wait a short while ago, and for no further
   * one: there may be always more for this client.
   *
   * @return false if the pass went on without the caller meanwhile
   */
  boolean deliver(Subscription subscription, Batch batch, Pass pass) {
    Step step = begin(subscription, batch, pass.waits());
    if (!(step instanceof Step.Send send && send.waits())) {
      carryOnAlone(step);
      return true;
    }
    pass.begin();
    boolean sent = sendAndWait(send.parcel());
    boolean stillOurs = pass.end();
    if (!stillOurs) {
      dispatch.lagged();
    }
    if (sent) {
      carryOnAlone();
    }
    return stillOurs;
  }

  // What breaks in the next three breaks for this client, and not for all who are told the same.

  private Step begin(Subscription subscription, Batch batch, boolean waits) {
    try {
      return dispatch.deliver(subscription, batch, waits);
    } catch (RuntimeException | Error e) {
      broke(e);
      return Step.REST;
    }
  }

  private void carryOnAlone() {
    try {
      carryOn(dispatch.next());
    } catch (RuntimeException | Error e) {
      broke(e);
    }
  }

  private void carryOnAlone(Step step) {
    try {
      carryOn(step);
    } catch (RuntimeException | Error e) {
      broke(e);
    }
  }

  /** Sends; false if the outbox or its connection has come to an end. */
  private boolean sendAndWait(Parcel parcel) {
    try {
      return transport.sendAndWait(parcel);
    } catch (IOException | RuntimeException e) {
      end(Disconnect.SEND_FAILED);
    } catch (Error e) {
      broke(e);
    }
    return false;
  }

  private void broke(Throwable e) {
    log.error("What a room tells could not be sent to a client", e);
    end(Disconnect.INTERNAL_ERROR);
  }

  /** Sends a frame in its turn; dropped if this outbox has ended. */
  public void offer(Frame frame) {
    obey(dispatch.add(BacklogItem.Frames.offer(frame)));
  }

  /** The same with what is soon out of date: it is left out if too much waits. */
  public void offerPassing(Frame frame) {
    obey(dispatch.add(BacklogItem.Frames.passing(frame)));
  }

  /**
   * Keeps a turn for what the client asked for. It does not count against the bound; whoever
   * answers looks at {@link #answerBytes} first.
   */
  public Turn answer() {
    BacklogItem.Frames item = BacklogItem.Frames.pending();
    obey(dispatch.add(item));
    return new Turn(item);
  }

  /** Sends a last frame in its turn, takes nothing more, and ends when it is sent. */
  public void finish(Frame frame, Disconnect why) {
    obey(dispatch.addLast(BacklogItem.Frames.answer(frame), why));
  }

  /** Sends a ping unless a frame is on its way, which is as good a question; says if it did. */
  public boolean ping() {
    return dispatch.mayPing() && pingAndDrain();
  }

  /** The peer answered the ping of that mark. */
  public void answered(long mark) {
    if (dispatch.answered(mark)) {
      carryOn(dispatch.next());
    }
  }

  /**
   * For how long the message on its way has been there, or the peer has read nothing, in
   * nanoseconds; 0 if nothing is on its way.
   */
  public long stalledNanos() {
    return dispatch.stalledNanos();
  }

  /** How many bytes of answers wait. */
  public long answerBytes() {
    return dispatch.answerBytes();
  }

  /** Takes nothing more and forgets what waits. */
  public void close() {
    dispatch.close();
  }

  private void obey(Verdict verdict) {
    if (verdict == Verdict.TOO_MUCH) {
      end(Disconnect.SLOW_CONSUMER);
    } else if (verdict == Verdict.YOURS_TO_SEND) {
      carryOn(dispatch.next());
    }
  }

  /** Sends what waits, in a loop and not by recursion: a completion may come from within a send. */
  private void carryOn(Step first) {
    Step step = first;
    while (step instanceof Step.Send send) {
      if (!sendAtOnce(send.parcel())) {
        return;
      }
      step = dispatch.next();
    }
    if (step instanceof Step.Ping) {
      pingers.execute(this::pingAndDrain);
    } else if (step instanceof Step.Make make) {
      make.page().run();
    } else if (step instanceof Step.TellPresence) {
      presenceLeftOut.run();
    } else if (step instanceof Step.End end) {
      end(end.why());
    }
  }

  /** Sends; false if it is still on its way, and its completion goes on from here. */
  private boolean sendAtOnce(Parcel parcel) {
    AtomicBoolean returned = new AtomicBoolean();
    transport.send(parcel, failure -> completed(failure, returned));
    return !returned.compareAndSet(false, true);
  }

  /**
   * The first to come of the two, the send's return and its completion, leaves the rest to the
   * other.
   */
  private void completed(@Nullable Throwable failure, AtomicBoolean returned) {
    if (failure != null) {
      end(Disconnect.SEND_FAILED);
    }
    if (!returned.compareAndSet(false, true)) {
      carryOn(dispatch.next());
    }
  }

  private boolean pingAndDrain() {
    try {
      transport.ping(dispatch.mark());
    } catch (IOException | RuntimeException e) {
      end(Disconnect.SEND_FAILED);
      return false;
    }
    carryOn(dispatch.next());
    return true;
  }

  private void end(Disconnect why) {
    if (dispatch.close()) {
      ended.accept(why);
    }
  }
}
