package chatroom.room;

import org.jspecify.annotations.Nullable;

/**
 * A message on its way into the log.
 *
 * @param room where it is to stand
 * @param author who wrote it, under the present name
 * @param text what was written; not empty, no lone surrogates
 * @param ref the author's own mark, by which a repetition is known; null if the author gave none
 */
public record Draft(RoomName room, Participant author, String text, @Nullable String ref) {}
