package chatroom.testing;

import chatroom.delivery.Disconnect;
import chatroom.delivery.Parcel;
import chatroom.delivery.Transport;
import java.io.IOException;

/** A connection over which nothing can be sent any more. */
public final class BrokenTransport implements Transport {
  @Override
  public boolean completesWhenSent() {
    return true;
  }

  @Override
  public void send(Parcel parcel, Completion completion) {
    completion.done(new IOException("broken"));
  }

  @Override
  public boolean sendAndWait(Parcel parcel) throws IOException {
    throw new IOException("broken");
  }

  @Override
  public void ping(long mark) throws IOException {
    throw new IOException("broken");
  }

  @Override
  public void close(Disconnect why) {}
}
