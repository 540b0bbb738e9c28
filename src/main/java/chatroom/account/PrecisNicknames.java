package chatroom.account;

import chatroom.room.Code;
import chatroom.room.Nickname;
import chatroom.room.Nicknames;
import chatroom.room.Rejection;
import chatroom.room.RoomNaming;
import java.util.regex.Pattern;
import rocks.xmpp.precis.PrecisProfiles;

/**
 * Names after the Nickname profile of PRECIS (RFC 8266, over the FreeformClass of RFC 8264), unique
 * by their look (UTS #39).
 *
 * <p>The profile joins spaces of every kind into single ones, drops those at the ends, and writes
 * wide, narrow and other compatibility forms as ordinary characters (NFKC). It refuses invisible,
 * private, unassigned and bidirectional control characters, so joined emoji (families) too; which
 * characters are assigned is up to the Java runtime. {@link LookAlikes} makes the key.
 *
 * <p>Beyond the profile:
 *
 * <ul>
 *   <li>1 to {@value Nicknames#MAX_LENGTH} extended grapheme clusters, and at most {@value
 *       #MAX_CODE_POINTS} code points
 *   <li>no control characters, not even at the ends
 *   <li>no symbols that are drawn as nothing, such as the blank Braille pattern
 *   <li>no combining mark in front, and at most {@value #MAX_MARKS} in a row (UTS #39, 5.4)
 *   <li>a wish for text or emoji presentation (U+FE0E, U+FE0F) is dropped, for keyboards add it
 *       unasked
 *   <li>more than {@value #MAX_RAW_CHARS} UTF-16 units are refused before anything is looked at
 * </ul>
 *
 * <p>Thread safety: immutable. A name takes microseconds.
 */
public final class PrecisNicknames implements Nicknames {
  private static final int MAX_RAW_CHARS = 200;
  private static final int MAX_CODE_POINTS = 60;
  private static final int MAX_MARKS = 4;

  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final Pattern PRESENTATION = Pattern.compile("[\\uFE0E\\uFE0F]");

  /** Blank Braille pattern, object replacement, null notehead; variation selectors 17 to 256. */
  private static final Pattern CONTROL_OR_BLANK =
      Pattern.compile("[\\p{Cc}\\u2800\\uFFFC\\x{1D159}\\x{E0100}-\\x{E01EF}]");

  private static final Pattern LEADING_OR_STACKED_MARKS =
      Pattern.compile("^\\p{M}|[\\p{Mn}\\p{Me}]{" + (MAX_MARKS + 1) + "}");

  private final LookAlikes lookAlikes;
  private final ReservedNames reserved;

  /** Reads the table of look-alikes from the class path; meant to happen once, at start. */
  public PrecisNicknames() {
    lookAlikes = new LookAlikes(Confusables.load());
    reserved = new ReservedNames(lookAlikes);
  }

  /** The rules for names of rooms, by the same table. */
  public RoomNaming roomNames() {
    return new PrecisRoomNames(lookAlikes);
  }

  @Override
  public Nickname parse(String raw) throws Rejection {
    if (raw.length() > MAX_RAW_CHARS || hasControlOrBlank(raw)) {
      throw new Rejection(Code.INVALID_NAME);
    }
    String text = enforced(PRESENTATION.matcher(raw).replaceAll(""));
    if (isTooLong(text) || hasStrayMarks(text)) {
      throw new Rejection(Code.INVALID_NAME);
    }
    if (reserved.contain(text)) {
      throw new Rejection(Code.NAME_TAKEN);
    }
    return new Nickname(text, lookAlikes.key(text));
  }

  @Override
  public Nickname unnamed(long userId) {
    String text = ReservedNames.USER + userId;
    return new Nickname(text, lookAlikes.key(text));
  }

  @Override
  public Reading read() {
    return lookAlikes.read();
  }

  /** The library throws the same for a character that is not allowed and for nothing left. */
  private static String enforced(String text) throws Rejection {
    try {
      return PrecisProfiles.NICKNAME.enforce(text);
    } catch (IllegalArgumentException notAllowed) {
      throw new Rejection(Code.INVALID_NAME);
    }
  }

  /**
   * Whether there is a control character, or one that is drawn as nothing and passes as a letter.
   */
  static boolean hasControlOrBlank(String text) {
    return CONTROL_OR_BLANK.matcher(text).find();
  }

  /** Whether a mark stands in front, or more of them in a row than any script needs. */
  static boolean hasStrayMarks(String text) {
    return LEADING_OR_STACKED_MARKS.matcher(Confusables.decomposed(text)).find();
  }

  private static boolean isTooLong(String text) {
    return text.codePointCount(0, text.length()) > MAX_CODE_POINTS
        || CLUSTER.matcher(text).results().skip(MAX_LENGTH).findAny().isPresent();
  }
}
