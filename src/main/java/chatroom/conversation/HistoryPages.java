package chatroom.conversation;

import chatroom.room.ChatMessage;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery.Direction;
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
  /** The most messages in a page. */
  static final int MAX_MESSAGES = 200;

  /** The most bytes in a page, unless a single message is larger. */
  static final int MAX_BYTES = 256 * 1024;

  /** What a message takes beside its text and its author's name, at most. */
  private static final int ENVELOPE_BYTES = 300;

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
   * @param envelope how a message is told to the asker
   */
  static History cut(
      HistoryPage page,
      Direction direction,
      Head head,
      Function<ChatMessage, ServerMessage> envelope) {
    List<ChatMessage> nearestFirst = new ArrayList<>(page.messages());
    boolean before = direction == Direction.BEFORE;
    if (before) {
      Collections.reverse(nearestFirst);
    }
    List<ChatMessage> kept = fitting(nearestFirst);
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

  /** How many bytes a message takes on the wire, at most. */
  static int bytes(ChatMessage message) {
    return ENVELOPE_BYTES + JsonSize.of(message.text()) + JsonSize.of(message.authorName());
  }

  /** The first of them that fit into a page; at least one, if there is one. */
  static List<ChatMessage> fitting(List<ChatMessage> messages) {
    List<ChatMessage> kept = new ArrayList<>();
    int bytes = ENVELOPE_BYTES;
    for (ChatMessage message : messages) {
      bytes += bytes(message);
      if (bytes > MAX_BYTES && !kept.isEmpty()) {
        break;
      }
      kept.add(message);
    }
    return kept;
  }
}
