package chatroom.bench;

import java.time.Duration;
import java.util.List;

/**
 * What is done to a server.
 *
 * <p>Thread safety: immutable.
 *
 * @param clients who read, those who also send among them, evenly spread over the rooms
 * @param senders how many of them send; a multiple of the number of rooms
 * @param rooms their names; a message goes to one after the other
 * @param contentBytes how long the content of each message is
 * @param rate messages a second; 0 to keep the server saturated
 * @param time for how long is measured; when saturated, for each window
 * @param warmUp for how long is sent before
 * @param leastUnderWay the first window, when saturated
 * @param mostUnderWay the largest
 * @param stuck how many more come in and then stop reading for good
 * @param threads that read
 * @param atOnce how many come in at the same time
 */
record Workload(
    Frames frames,
    int clients,
    int senders,
    List<String> rooms,
    int contentBytes,
    int rate,
    Duration time,
    Duration warmUp,
    int leastUnderWay,
    int mostUnderWay,
    int stuck,
    int threads,
    int atOnce) {

  Workload {
    if (senders % rooms.size() != 0) {
      throw new IllegalArgumentException("As many have to send in each room: --senders");
    }
    if (senders > clients || clients < 2 * rooms.size()) {
      throw new IllegalArgumentException("Too few --clients");
    }
    if (contentBytes < Marker.LENGTH) {
      throw new IllegalArgumentException("--size has to be at least " + Marker.LENGTH);
    }
  }

  /** Whether it is: there is no rate. */
  boolean isSaturated() {
    return rate == 0;
  }
}
