package chatroom.wire;

import chatroom.room.ChatMessage;
import chatroom.wire.StoredMessage.Reactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What only some messages have, as it is told: null if a message has it not. */
final class Extras {
  private Extras() {}

  static @Nullable Long replyTo(ChatMessage message) {
    OptionalLong replyTo = message.body().replyTo();
    return replyTo.isPresent() ? replyTo.getAsLong() : null;
  }

  static @Nullable List<Long> mentions(ChatMessage message) {
    return message.mentions().isEmpty() ? null : message.mentions().stream().sorted().toList();
  }

  static @Nullable Boolean mentionsRoom(ChatMessage message) {
    return message.mentionsRoom() ? true : null;
  }

  static @Nullable List<Reactions> reactions(ChatMessage message) {
    var reactions = message.state().reactions();
    return reactions.isEmpty()
        ? null
        : reactions.stream().map(it -> new Reactions(it.emoji(), it.count(), it.mine())).toList();
  }

  static @Nullable Long seconds(Optional<Instant> when) {
    return when.map(Instant::getEpochSecond).orElse(null);
  }
}
