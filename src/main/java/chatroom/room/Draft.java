package chatroom.room;

import org.jspecify.annotations.Nullable;

/**
 * Something on its way into the log.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface Draft permits Draft.Post, Change {
  /** Where it is to stand. */
  RoomName room();

  /** Who does it, under the present name. */
  Participant author();

  /** The author's own mark, by which a repetition is known; null if the author gave none. */
  @Nullable String ref();

  /** How many characters it has, or what takes as much. */
  int length();

  /**
   * A message.
   *
   * @param body its text is not empty, but for an image
   */
  record Post(RoomName room, Participant author, Body body, @Nullable String ref) implements Draft {
    /** What a number of a user takes. */
    private static final int NUMBER_LENGTH = 12;

    /** A message of nothing but text. */
    public Post(RoomName room, Participant author, String text, @Nullable String ref) {
      this(room, author, Body.text(text), ref);
    }

    /** The message that is stored of it. */
    public ChatMessage message(Place at) {
      return new ChatMessage(
          at.id(),
          at.seq(),
          room,
          author.id(),
          author.name().text(),
          body,
          at.time(),
          MessageState.UNCHANGED);
    }

    @Override
    public int length() {
      return body.text().length()
          + body.imageUrl().map(String::length).orElse(0)
          + NUMBER_LENGTH * body.mentions().size();
    }
  }
}
