package chatroom.account;

import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.RoomNaming;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import rocks.xmpp.precis.PrecisProfiles;

/**
 * Names of rooms after the IdentifierClass of PRECIS (RFC 8264): letters, marks and digits of any
 * script, in small letters and without compatibility forms (NFKC), {@code -} and {@code _}. Their
 * key is that of {@link LookAlikes}.
 *
 * <p>As with {@link PrecisNicknames}, no combining mark stands in front and at most four in a row.
 *
 * <p>Thread safety: immutable.
 */
final class PrecisRoomNames implements RoomNaming {
  /** More UTF-16 units are refused before anything is looked at. */
  private static final int MAX_RAW_CHARS = 200;

  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_-]{1,40}");

  private final LookAlikes lookAlikes;

  PrecisRoomNames(LookAlikes lookAlikes) {
    this.lookAlikes = lookAlikes;
  }

  @Override
  public RoomName parse(String raw) throws Rejection {
    String name = raw.length() > MAX_RAW_CHARS ? "" : small(raw);
    if (!FORM.matcher(name).matches()
        || PrecisNicknames.hasControlOrBlank(name)
        || PrecisNicknames.hasStrayMarks(name)
        || !isIdentifier(name)) {
      throw new Rejection(
          Code.INVALID_ROOM,
          "A room's name is 1-" + MAX_LENGTH + " letters, digits, - and _, without spaces");
    }
    return new RoomName(name);
  }

  private static String small(String raw) {
    return compatible(compatible(raw).toLowerCase(Locale.ROOT));
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Knows which letters are drawn as nothing, and which characters are not assigned. */
  private static boolean isIdentifier(String name) {
    try {
      return PrecisProfiles.USERNAME_CASE_PRESERVED.prepare(name).equals(name);
    } catch (IllegalArgumentException notAllowed) {
      return false;
    }
  }

  @Override
  public String key(RoomName name) {
    return lookAlikes.key(name.value());
  }
}
