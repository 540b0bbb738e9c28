package chatroom.room;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What was said in a room by the day, as UTC counts days.
 *
 * <p>A room's messages are taken to be as old as their order says; where the clock was set back, a
 * message may be found under the day of its neighbours.
 *
 * <p>Thread safety: implementations are safe for use by any thread. All may block for as long as a
 * database takes, which does not grow with the room but for its logarithm.
 */
public interface Archive {
  /**
   * A day on which something was said.
   *
   * @param first the {@code seq} of the first message
   * @param last the {@code seq} of the last message
   */
  record Day(LocalDate date, long first, long last) {}

  /**
   * The days before that one on which something was said, the latest first.
   *
   * @param limit the most of them
   * @throws Unavailable if that cannot be known now
   */
  List<Day> daysBefore(RoomName room, LocalDate date, int limit) throws Unavailable;

  /**
   * The first day after that one on which something was said.
   *
   * @throws Unavailable if that cannot be known now
   */
  Optional<LocalDate> dayAfter(RoomName room, LocalDate date) throws Unavailable;

  /**
   * The messages of a room from one number to another, both included, in their present state and in
   * that order.
   *
   * @throws Unavailable if they cannot be read now
   */
  List<ChatMessage> messages(RoomName room, long first, long last) throws Unavailable;

  /**
   * Those messages that are there, in their present state, in whatever room.
   *
   * @throws Unavailable if they cannot be read now
   */
  List<ChatMessage> messages(Collection<Long> ids) throws Unavailable;
}
