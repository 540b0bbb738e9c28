package chatroom.testing;

import chatroom.delivery.Disconnect;
import chatroom.delivery.Parcel;
import chatroom.delivery.Transport;
import chatroom.wire.Frame;
import java.util.ArrayList;
import java.util.List;

/** A connection that takes everything in at once, and remembers it. For one thread. */
public final class RecordingTransport implements Transport {
  private final List<Parcel> parcels = new ArrayList<>();
  private final List<Disconnect> closings = new ArrayList<>();
  private int pings;

  @Override
  public boolean completesWhenSent() {

    return true;
  }

  @Override
  public void send(Parcel parcel, Completion completion) {
    parcels.add(parcel);
    completion.done(null);
  }

  @Override
  public boolean sendAndWait(Parcel parcel) {
    parcels.add(parcel);
    return true;
  }

  @Override
  public void ping(long mark) {
    pings++;
  }

  @Override
  public void close(Disconnect why) {
    closings.add(why);
  }

  /** All messages that were sent. */
  public List<Parcel> parcels() {
    return List.copyOf(parcels);
  }

  /** All that was sent, whatever messages it was sent in. */
  public List<Frame> frames() {
    return parcels.stream().flatMap(parcel -> parcel.frames().stream()).toList();
  }

  /** The texts of all that was sent. */
  public List<String> texts() {
    return frames().stream().map(Frame::text).toList();
  }

  /** How many pings were sent. */
  public int pings() {
    return pings;
  }

  /** Why it was closed, each time. */
  public List<Disconnect> closings() {
    return List.copyOf(closings);
  }
}
