package chatroom.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of a workload.
 *
 * @param best what counts: the one stretch at a fixed rate, the best step of a saturated server
 * @param steps all of them
 * @param arrivalSeconds how long it took until the last client was in its room
 * @param expected how many deliveries there should have been in all, warm-up included
 * @param received how many there were
 * @param lost how many somebody did not get
 * @param repeated how many somebody got once more
 * @param closed how many clients the server has closed
 * @param why one of the reasons
 * @param refused how many errors the server has told
 * @param error the first of them
 * @param stuck how many have stopped reading
 * @param stuckClosed how many of these the server has closed
 * @param residentKilobytes memory of the server at the end, with all clients in
 */
record Outcome(
    String server,
    Figures best,
    List<Figures> steps,
    double arrivalSeconds,
    long expected,
    long received,
    long lost,
    long repeated,
    int closed,
    Optional<String> why,
    long refused,
    Optional<String> error,
    int stuck,
    int stuckClosed,
    OptionalLong residentKilobytes) {

  /** Whether everybody got everything once. */
  boolean isWhole() {
    return lost == 0 && repeated == 0;
  }
}
