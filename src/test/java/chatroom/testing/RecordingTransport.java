package chatroom.testing;

import chatroom.delivery.Disconnect;
import chatroom.delivery.Transport;
import chatroom.wire.Frame;
import java.util.ArrayList;
import java.util.List;

/** A connection that takes everything in at once, and remembers it. For one thread. */
public final class RecordingTransport implements Transport {
  private final List<Frame> frames = new ArrayList<>();
  private final List<Disconnect> closings = new ArrayList<>();
  private int pings;

  @Override
  public boolean completesWhenSent() {

    return true;
  }

  @Override
  public void send(Frame frame, Completion completion) {
    frames.add(frame);
    completion.done(null);
  }

  @Override
  public void ping(long mark) {
    pings++;
  }

  @Override
  public void close(Disconnect why) {
    closings.add(why);
  }

  /** All that was sent. */
  public List<Frame> frames() {
    return List.copyOf(frames);
  }

  /** The texts of all that was sent. */
  public List<String> texts() {
    return frames.stream().map(Frame::text).toList();
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
