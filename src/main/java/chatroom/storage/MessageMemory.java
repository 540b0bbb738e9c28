package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.Deleted;
import chatroom.room.Edited;
import chatroom.room.MessageState;
import chatroom.room.Reacted;
import chatroom.room.Reaction;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The present state of one message.
 *
 * <p>Thread safety: none; its log guards it.
 */
final class MessageMemory {
  /** Without its reactions. */
  private ChatMessage message;

  /** Who has reacted, by emoji. */
  private final Map<String, Set<Long>> reactions = new LinkedHashMap<>();

  MessageMemory(ChatMessage message) {
    this.message = message;
  }

  /** Where it stands. */
  RoomName room() {
    return message.room();
  }

  /** The message as that user reads it. */
  ChatMessage present(long readerId) {
    List<Reaction> counted =
        reactions.entrySet().stream()
            .map(
                it ->
                    new Reaction(
                        it.getKey(), it.getValue().size(), it.getValue().contains(readerId)))
            .toList();
    MessageState state = message.state();
    return message.become(
        message.body(), new MessageState(state.editedAt(), state.deletedAt(), counted));
  }

  /** A change is done to it. */
  void change(StoredEvent change) {
    if (change instanceof Edited edited) {
      message =
          message.become(
              message.body().withText(edited.text()),
              new MessageState(Optional.of(edited.sentAt()), Optional.empty(), List.of()));
    } else if (change instanceof Deleted deleted) {
      message = message.deleted(deleted.sentAt());
      reactions.clear();
    } else if (change instanceof Reacted reacted) {
      react(reacted);
    }
  }

  private void react(Reacted reacted) {
    Set<Long> users = reactions.computeIfAbsent(reacted.emoji(), any -> new LinkedHashSet<>());
    if (reacted.on()) {
      users.add(reacted.authorId());
    } else {
      users.remove(reacted.authorId());
    }
    if (users.isEmpty()) {
      reactions.remove(reacted.emoji());
    }
  }
}
