package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Code;
import chatroom.room.MessageSearch.Found;
import chatroom.room.MessageSearch.Request;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.SearchQuery;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.wire.ClientMessage;
import chatroom.wire.ServerMessage;
import chatroom.wire.StoredMessage;
import chatroom.wire.StoredMessage.SearchResults;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells one client what it looks for, of what it may read and has been told by then. Its next
 * question waits meanwhile, but not what its rooms tell.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Inquiry {
  /** The most messages that are told at once. */
  static final int MAX_MESSAGES = 50;

  private static final long USUAL_MESSAGES = 20;

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final RoomNames names;
  private final Snapshots snapshots;
  private final IntConsumer cost;
  private final Consumer<Rejection> refuse;

  /**
   * @param cost told the size of what is told, in bytes
   * @param refuse answers what cannot be found out
   */
  Inquiry(
      Chat chat,
      Client client,
      Seat seat,
      RoomNames names,
      Snapshots snapshots,
      IntConsumer cost,
      Consumer<Rejection> refuse) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.names = names;
    this.snapshots = snapshots;
    this.cost = cost;
    this.refuse = refuse;
  }

  /** Looks for messages; ends the turn when they are found. */
  void search(ClientMessage.Search asked, Turn turn) throws Rejection, Unavailable {
    String ref = asked.ref();
    snapshots.requireReader();
    chat.searches()
        .begin(
            request(asked),
            found -> turn.end(() -> tell(found, ref)),
            why -> turn.end(() -> refuse.accept(why.answering(ref))));
  }

  private Request request(ClientMessage.Search asked) throws Rejection {
    String text = asked.query();
    SearchQuery query = SearchQuery.parse(text == null ? "" : text);
    Long before = asked.beforeId();
    return new Request(
        query,
        seat.who().id(),
        chat.rooms(),
        room(query.in().orElse(asked.room())),
        Math.min(before == null ? Long.MAX_VALUE : before, chat.timeline().now() + 1),
        limit(asked.limit()));
  }

  private Optional<RoomName> room(@Nullable String name) throws Rejection {
    return name == null ? Optional.empty() : Optional.of(names.readable(name));
  }

  private static int limit(@Nullable Long asked) throws Rejection {
    long limit = asked == null ? USUAL_MESSAGES : asked;
    if (limit < 0) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    return (int) Math.min(limit, MAX_MESSAGES);
  }

  private void tell(Found found, @Nullable String ref) {
    long now = chat.now();
    client.answer(() -> List.of(results(found, ref, now)), cost);
  }

  private ServerMessage results(Found found, @Nullable String ref, long now) {
    List<StoredEvent> fitting = HistoryPages.fitting(List.copyOf(found.messages()));
    boolean more = found.hasMore() || fitting.size() < found.messages().size();
    return new SearchResults(now, more, ref, fitting.stream().map(this::envelope).toList());
  }

  private ServerMessage envelope(StoredEvent message) {
    RoomName room = message.room();
    String name =
        room.isPrivate() ? RoomName.privateWith(room.other(seat.who().id())) : room.value();
    return StoredMessage.of(message, name);
  }
}
