package chatroom.room;

/**
 * The rules for names.
 *
 * <p>Thread safety: implementations are safe for use by any thread.
 */
public interface Nicknames {
  /** The longest name, in characters as a person counts them (extended grapheme clusters). */
  int MAX_LENGTH = 20;

  /**
   * The name that a client asked for.
   *
   * @param raw what the client sent
   * @throws Rejection {@link Code#INVALID_NAME} if it breaks the rules, {@link Code#NAME_TAKEN} if
   *     it is reserved: {@code System} and {@code User<digits>}, in any look
   */
  Nickname parse(String raw) throws Rejection;

  /** The name of a user who has not chosen one: {@code User<id>}. */
  Nickname unnamed(long userId);

  /** Begins to read a text that may be somebody's name. */
  Reading read();

  /**
   * A text that is read from left to right, to know of each beginning of it whose name it is.
   *
   * <p>Thread safety: none.
   */
  interface Reading {
    /** Reads on. */
    void add(int codePoint);

    /** The {@link Nickname#key} that a name would have that is written like what was read. */
    String key();
  }
}
