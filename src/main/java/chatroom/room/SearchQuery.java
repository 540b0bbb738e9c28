package chatroom.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody looks for, as it was understood; says of each message whether it is that.
 *
 * <p>Thread safety: immutable.
 *
 * @param phrases each has to be in the text, its tokens side by side
 * @param from who has to be the author: the number, or the name that the message was written under
 * @param in what the asker calls the room that it has to be in
 * @param since it must not have been sent before
 * @param until it has to have been sent before
 * @param image whether it has to be an image
 */
public record SearchQuery(
    List<List<Token>> phrases,
    Optional<String> from,
    Optional<String> in,
    Optional<Instant> since,
    Optional<Instant> until,
    boolean image) {
  public SearchQuery {
    phrases = phrases.stream().map(List::copyOf).toList();
  }

  /**
   * What a client asked for.
   *
   * @throws Rejection {@link Code#INVALID_FORMAT}, with a message that says what is wrong
   */
  public static SearchQuery parse(String text) throws Rejection {
    return new SearchParser(text).parse();
  }

  /** The number of the author, if {@link #from} may be one. */
  public OptionalLong fromId() {
    return from.map(UserId::parse).orElse(OptionalLong.empty());
  }

  /** Whether the message is one of those. */
  public boolean matches(ChatMessage message) {
    return !message.isDeleted()
        && (!image || message.body().imageUrl().isPresent())
        && isOfAuthor(message)
        && since.map(it -> !message.sentAt().isBefore(it)).orElse(true)
        && until.map(it -> message.sentAt().isBefore(it)).orElse(true)
        && hasPhrases(message.text());
  }

  private boolean isOfAuthor(ChatMessage message) {
    return from.map(
            it ->
                fromId().equals(OptionalLong.of(message.authorId()))
                    || Token.folded(it).equals(Token.folded(message.authorName())))
        .orElse(true);
  }

  private boolean hasPhrases(String text) {
    List<Token> tokens = phrases.isEmpty() ? List.of() : Token.of(text);
    return phrases.stream().allMatch(phrase -> isIn(tokens, phrase));
  }

  private static boolean isIn(List<Token> tokens, List<Token> phrase) {
    for (int at = 0; at + phrase.size() <= tokens.size(); at++) {
      if (isAt(tokens.subList(at, at + phrase.size()), phrase)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(List<Token> stretch, List<Token> phrase) {
    for (int i = 0; i < phrase.size(); i++) {
      boolean parted =
          i > 0
              && phrase.get(i).continues(phrase.get(i - 1))
              && !stretch.get(i).continues(stretch.get(i - 1));
      if (parted || !stretch.get(i).text().equals(phrase.get(i).text())) {
        return false;
      }
    }
    return true;
  }
}
