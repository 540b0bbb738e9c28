package chatroom.checker;

/**
 * A message that can be changed.
 *
 * @param room its shared name
 */
record Told(long id, String room) {}
