package chatroom.testing;

import chatroom.room.Code;
import chatroom.room.Nickname;
import chatroom.room.Nicknames;
import chatroom.room.Rejection;
import java.util.Locale;

/** Rules for names that are easy to see through: not blank, and the same if only case differs. */
public final class PlainNicknames implements Nicknames {
  @Override
  public Nickname parse(String raw) throws Rejection {
    if (raw.isBlank()) {
      throw new Rejection(Code.INVALID_NAME);
    }
    if (raw.matches("(?i)system|user[0-9]+")) {
      throw new Rejection(Code.NAME_TAKEN);
    }
    return name(raw);
  }

  @Override
  public Nickname unnamed(long userId) {
    return name("User" + userId);
  }

  @Override
  public Reading read() {
    StringBuilder text = new StringBuilder();
    return new Reading() {
      @Override
      public void add(int codePoint) {
        text.appendCodePoint(codePoint);
      }

      @Override
      public String key() {
        return name(text.toString()).key();
      }
    };
  }

  private static Nickname name(String text) {
    return new Nickname(text, text.toLowerCase(Locale.ROOT));
  }
}
