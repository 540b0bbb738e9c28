package chatroom.room;

/**
 * How many have reacted to a message with one emoji.
 *
 * @param mine whether the reader is among them
 */
public record Reaction(String emoji, int count, boolean mine) {}
