package chatroom.testing;

import chatroom.delivery.Disconnect;
import chatroom.delivery.Parcel;
import chatroom.delivery.Transport;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A connection whose every send stays under way until the test ends it. For one thread. */
public final class StuckTransport implements Transport {
  private final List<Parcel> parcels = new ArrayList<>();
  private final Deque<Completion> underWay = new ArrayDeque<>();
  private final List<Disconnect> closings = new ArrayList<>();
  private int pings;
  private boolean broken;

  @Override
  public boolean completesWhenSent() {

    return true;
  }

  @Override
  public void send(Parcel parcel, Completion completion) {
    parcels.add(parcel);
    underWay.addLast(completion);
  }

  @Override
  public boolean sendAndWait(Parcel parcel) {
    throw new AssertionError("the only thread would wait for ever");
  }

  @Override
  public void ping(long mark) throws IOException {
    if (broken) {
      throw new IOException("broken");
    }
    pings++;
  }

  @Override
  public void close(Disconnect why) {
    closings.add(why);
  }

  /** The send under way ends well. */
  public void release() {
    underWay.removeFirst().done(null);
  }

  /** The send under way fails. */
  public void fail() {
    underWay.removeFirst().done(new IOException("broken"));
  }

  /** From now on pings fail. */
  public void breakPings() {
    broken = true;
  }

  /** How many sends are under way. */
  public int underWay() {
    return underWay.size();
  }

  /** How many pings were sent. */
  public int pings() {
    return pings;
  }

  /** Why it was closed, each time. */
  public List<Disconnect> closings() {
    return List.copyOf(closings);
  }

  /** All messages that were begun to be sent. */
  public List<Parcel> parcels() {
    return List.copyOf(parcels);
  }

  /** The texts of all messages that were begun to be sent. */
  public List<String> texts() {
    return parcels.stream().map(Parcel::text).toList();
  }
}
