package chatroom.checker;

import java.util.Optional;

/**
 * One stored event of a room, as somebody was told it.
 *
 * @param id unique in the deployment
 * @param seq its number in its room
 * @param text the content, as JSON if it is no string
 * @param said whether it is a message, which a snapshot shows; other events it only reflects
 * @param look how a message looks; that of another event is not asked for
 * @param revision what is done, if it is a change to a message
 */
record Posting(
    long id,
    long seq,
    long fromId,
    String text,
    boolean said,
    Look look,
    Optional<Revision> revision) {
  /** A message as it was said, or an event of which no more is known. */
  Posting(long id, long seq, long fromId, String text, boolean said) {
    this(id, seq, fromId, text, said, Look.fresh(text), Optional.empty());
  }

  /**
   * Whether it is the one that is stored. Without the kind, which is not compared: a private
   * message has two; and of what was deleted since, the text is gone.
   */
  boolean sameAs(Posting stored) {
    return isAbout(stored) && (isErased(stored) || saysSame(stored));
  }

  /** Whether it is that one, whatever it says. */
  boolean isAbout(Posting stored) {
    return id == stored.id && fromId == stored.fromId;
  }

  private static boolean isErased(Posting stored) {
    return stored.said && stored.look.deleted();
  }

  private boolean saysSame(Posting stored) {
    boolean changes = revision.isPresent() && stored.revision.isPresent();
    return changes ? revision.get().sameAs(stored.revision.get()) : text.equals(stored.text);
  }

  @Override
  public String toString() {
    return "id " + id + " seq " + seq + " from " + fromId + ": " + Texts.brief(text);
  }
}
