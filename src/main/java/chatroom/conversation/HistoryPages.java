package chatroom.conversation;

import chatroom.room.ChatMessage;
import chatroom.room.Edited;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.Reacted;
import chatroom.room.StoredEvent;
import chatroom.wire.JsonSize;
import chatroom.wire.ServerMessage;
import chatroom.wire.StoredMessage.History;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes pages of history that are no larger than {@value #MAX_BYTES} bytes on the wire.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class HistoryPages {
  /** The most events in a page. */
  static final int MAX_MESSAGES = 200;

  /** The most bytes in a page, unless a single event is larger. */
  static final int MAX_BYTES = 256 * 1024;

  /** What an event takes beside its content and its author's name, at most. */
  private static final int ENVELOPE_BYTES = 450;

  /** What a mention takes, at most. */
  private static final int NUMBER_BYTES = 20;

  /** What a reaction takes beside its emoji, at most. */
  private static final int REACTION_BYTES = 50;

  private HistoryPages() {}

  /**
   * What is said with a page.
   *
   * @param now in seconds since the epoch
   * @param room what the asker calls the room
   * @param reset true if it stands for what cannot be told, else null
   * @param ref the asker's own mark
   */
  record Head(long now, String room, @Nullable Boolean reset, @Nullable String ref) {}

  /**
   * What tells a page to the one who asked for it.
   *
   * @param direction which way the page was asked for: what is nearest to its beginning is kept
   * @param envelope how an event is told to the asker
   */
  static History cut(
      HistoryPage page,
      Direction direction,
      Head head,
      Function<StoredEvent, ServerMessage> envelope) {
    List<StoredEvent> nearestFirst = new ArrayList<>(page.events());
    boolean before = direction == Direction.BEFORE;
    if (before) {
      Collections.reverse(nearestFirst);
    }
    List<StoredEvent> kept = fitting(nearestFirst);
    boolean more = page.hasMore() || kept.size() < nearestFirst.size();
    if (before) {
      Collections.reverse(kept);
    }
    return new History(
        head.now(),
        head.room(),
        more,
        page.lastSeq(),
        head.reset(),
        head.ref(),
        kept.stream().map(envelope).toList());
  }

  /** How many bytes an event takes on the wire, at most. */
  static int bytes(StoredEvent event) {
    return ENVELOPE_BYTES + JsonSize.of(event.authorName()) + contentBytes(event);
  }

  private static int contentBytes(StoredEvent event) {
    if (event instanceof ChatMessage message) {
      return JsonSize.of(message.text())
          + message.body().imageUrl().map(JsonSize::of).orElse(0)
          + NUMBER_BYTES * message.mentions().size()
          + message.state().reactions().stream()
              .mapToInt(it -> REACTION_BYTES + JsonSize.of(it.emoji()))
              .sum();
    } else if (event instanceof Edited edited) {
      return JsonSize.of(edited.text());
    } else {
      return event instanceof Reacted reacted ? JsonSize.of(reacted.emoji()) : 0;
    }
  }

  /** The first of them that fit into a page; at least one, if there is one. */
  static List<StoredEvent> fitting(List<StoredEvent> events) {
    List<StoredEvent> kept = new ArrayList<>();
    int bytes = ENVELOPE_BYTES;
    for (StoredEvent event : events) {
      bytes += bytes(event);
      if (bytes > MAX_BYTES && !kept.isEmpty()) {
        break;
      }
      kept.add(event);
    }
    return kept;
  }
}
