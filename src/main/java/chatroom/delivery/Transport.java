package chatroom.delivery;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A connection as the server writes to it. Calls do not overlap, except {@link #close}. */
public interface Transport {
  /** Told once how a send ended. */
  @FunctionalInterface
  interface Completion {
    /**
     * The send ended.
     *
     * @param failure why it failed, null if it did not
     */
    void done(@Nullable Throwable failure);
  }

  /**
   * Whether a completed send has left the container; if not, a container may call it completed and
   * keep it, together with many others.
   */
  boolean completesWhenSent();

  /**
   * Sends a parcel, which is one message, without waiting for it. The completion may be told before
   * this returns, by this thread, or later by another; or not at all if the connection is closed,
   * which is then reported by itself.
   */
  void send(Parcel parcel, Completion completion);

  /**
   * Sends a parcel and waits until the container has it, for as long as the peer takes nothing in.
   *
   * @return false if the connection is closed, which is then reported by itself
   * @throws IOException if the connection is broken
   */
  boolean sendAndWait(Parcel parcel) throws IOException;

  /**
   * Sends a ping (RFC 6455, 5.5.2). May block while the peer takes nothing in.
   *
   * @param mark what the pong will carry
   * @throws IOException if the connection is broken
   */
  void ping(long mark) throws IOException;

  /** Ends the connection. May block for a moment; does nothing if it has ended. */
  void close(Disconnect why);
}
