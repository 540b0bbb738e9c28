package chatroom.room;

import java.util.regex.Pattern;

/** Reads what a room is about, as clients write it. */
public final class Topic {
  /** The longest topic, in code points. */
  static final int MAX_LENGTH = 250;

  /** Control characters, line ends, and what turns the direction of what stands around it. */
  private static final Pattern DISTURBING =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

  private Topic() {}

  /**
   * The topic, without white space around it.
   *
   * @throws Rejection {@link Code#INVALID_ROOM} if it is too long or more than one line
   */
  public static String parse(String raw) throws Rejection {
    String topic = raw.strip();
    if (topic.codePointCount(0, topic.length()) > MAX_LENGTH || DISTURBING.matcher(topic).find()) {
      throw new Rejection(
          Code.INVALID_ROOM,
          "A topic is one line of at most "
              + MAX_LENGTH
              + " characters, without control characters");
    }
    return topic;
  }
}
