package chatroom.archive;

import chatroom.room.Archive;
import chatroom.room.Archive.Day;
import chatroom.room.ChatMessage;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One page of what was said in a room on a day.
 *
 * @param page from 1
 * @param previous the day before it on which something was said
 * @param next the day after it
 * @param messages those of the page
 * @param answered what they answer, by number
 */
public record DayContents(
    RoomCharter room,
    Day day,
    long page,
    Optional<LocalDate> previous,
    Optional<LocalDate> next,
    List<ChatMessage> messages,
    Map<Long, ChatMessage> answered) {
  /** How many numbers of a room are on a page: its messages, and what became of messages. */
  static final int PAGE = 500;

  /**
   * Reads a page.
   *
   * @throws Unavailable if it cannot be read now
   */
  public static DayContents read(
      Archive archive,
      RoomCharter room,
      Day day,
      long page,
      Optional<LocalDate> previous,
      Optional<LocalDate> next)
      throws Unavailable {
    long first = day.first() + (page - 1) * PAGE;
    long last = Math.min(day.last(), first + PAGE - 1);
    List<ChatMessage> messages = archive.messages(room.name(), first, last);
    return new DayContents(
        room, day, page, previous, next, messages, answered(archive, room.name(), messages));
  }

  private static Map<Long, ChatMessage> answered(
      Archive archive, RoomName room, List<ChatMessage> messages) throws Unavailable {
    Map<Long, ChatMessage> here =
        messages.stream().collect(Collectors.toMap(ChatMessage::id, Function.identity()));
    Set<Long> elsewhere =
        messages.stream()
            .flatMapToLong(it -> it.body().replyTo().stream())
            .filter(id -> !here.containsKey(id))
            .boxed()
            .collect(Collectors.toSet());
    archive.messages(elsewhere).stream()
        .filter(it -> it.room().equals(room))
        .forEach(it -> here.put(it.id(), it));
    return here;
  }

  /** How many pages the day has. */
  public static long pages(Day day) {
    return (day.last() - day.first()) / PAGE + 1;
  }

  /** On which page of its own day a message is, if that is known. */
  long pageOf(ChatMessage message) {
    return isOfThisDay(message) ? (message.seq() - day.first()) / PAGE + 1 : 1;
  }

  /** Whether a message is of that day. */
  boolean isOfThisDay(ChatMessage message) {
    return message.seq() >= day.first() && message.seq() <= day.last();
  }

  /** The day of a message. */
  LocalDate dateOf(ChatMessage message) {
    return isOfThisDay(message)
        ? day.date()
        : LocalDate.ofInstant(message.sentAt(), ZoneOffset.UTC);
  }
}
