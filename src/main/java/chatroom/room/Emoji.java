package chatroom.room;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells an emoji: one character as a person counts, that is meant to be a picture. */
public final class Emoji {
  /** The longest, in bytes of UTF-8. */
  static final int MAX_BYTES = 64;

  private static final Pattern ONE = Pattern.compile("\\X");

  /** What an emoji begins with: blocks of pictures, and some signs. */
  private static final String PICTURE =
      "[\\x{1F000}-\\x{1FAFF}\\x{2190}-\\x{21FF}\\x{2300}-\\x{23FF}\\x{25A0}-\\x{27BF}"
          + "\\x{2900}-\\x{297F}\\x{2B00}-\\x{2BFF}"
          + "\\xA9\\xAE\\x{203C}\\x{2049}\\x{2122}\\x{2139}\\x{24C2}"
          + "\\x{3030}\\x{303D}\\x{3297}\\x{3299}]";

  private static final String SKIN = "[\\x{1F3FB}-\\x{1F3FF}]";
  private static final String LETTER_OF_FLAG = "[\\x{1F1E6}-\\x{1F1FF}]";
  private static final String TAGS = "[\\x{E0020}-\\x{E007E}]+\\x{E007F}";

  /** A wish for text or for a picture. */
  private static final String WISH = "[\\x{FE0E}\\x{FE0F}]";

  private static final String PART =
      "(?:%s{2}|%s(?:%s?%s%s?|%s)?(?:%s)?)"
          .formatted(LETTER_OF_FLAG, PICTURE, WISH, SKIN, WISH, WISH, TAGS);

  /** Pictures that are joined, or a digit on a key; no other marks (UTS #51, 1.4). */
  private static final Pattern JOINED =
      Pattern.compile("%s(?:\\x{200D}%s)*|[0-9#*]%s?\\x{20E3}".formatted(PART, PART, WISH));

  private static final Pattern WISHES = Pattern.compile(WISH);

  /**
   * Where the wish for a picture belongs: behind what Unicode 17 has drawn as text without it
   * (Emoji, but not Emoji_Presentation), unless the colour of a skin follows.
   */
  private static final Pattern DRAWN_AS_TEXT =
      Pattern.compile(
          "[\\x{A9}\\x{AE}\\x{203C}\\x{2049}\\x{2122}\\x{2139}\\x{2194}-\\x{2199}"
              + "\\x{21A9}-\\x{21AA}\\x{2328}\\x{23CF}\\x{23ED}-\\x{23EF}"
              + "\\x{23F1}-\\x{23F2}\\x{23F8}-\\x{23FA}\\x{24C2}\\x{25AA}-\\x{25AB}"
              + "\\x{25B6}\\x{25C0}\\x{25FB}-\\x{25FC}\\x{2600}-\\x{2604}\\x{260E}"
              + "\\x{2611}\\x{2618}\\x{261D}\\x{2620}\\x{2622}-\\x{2623}\\x{2626}"
              + "\\x{262A}\\x{262E}-\\x{262F}\\x{2638}-\\x{263A}\\x{2640}\\x{2642}"
              + "\\x{265F}-\\x{2660}\\x{2663}\\x{2665}-\\x{2666}\\x{2668}\\x{267B}"
              + "\\x{267E}\\x{2692}\\x{2694}-\\x{2697}\\x{2699}\\x{269B}-\\x{269C}"
              + "\\x{26A0}\\x{26A7}\\x{26B0}-\\x{26B1}\\x{26C8}\\x{26CF}\\x{26D1}"
              + "\\x{26D3}\\x{26E9}\\x{26F0}-\\x{26F1}\\x{26F4}\\x{26F7}-\\x{26F9}"
              + "\\x{2702}\\x{2708}-\\x{2709}\\x{270C}-\\x{270D}\\x{270F}\\x{2712}"
              + "\\x{2714}\\x{2716}\\x{271D}\\x{2721}\\x{2733}-\\x{2734}\\x{2744}"
              + "\\x{2747}\\x{2763}-\\x{2764}\\x{27A1}\\x{2934}-\\x{2935}"
              + "\\x{2B05}-\\x{2B07}\\x{3030}\\x{303D}\\x{3297}\\x{3299}"
              + "\\x{1F170}-\\x{1F171}\\x{1F17E}-\\x{1F17F}\\x{1F202}\\x{1F237}\\x{1F321}"
              + "\\x{1F324}-\\x{1F32C}\\x{1F336}\\x{1F37D}\\x{1F396}-\\x{1F397}"
              + "\\x{1F399}-\\x{1F39B}\\x{1F39E}-\\x{1F39F}\\x{1F3CB}-\\x{1F3CE}"
              + "\\x{1F3D4}-\\x{1F3DF}\\x{1F3F3}\\x{1F3F5}\\x{1F3F7}\\x{1F43F}\\x{1F441}"
              + "\\x{1F4FD}\\x{1F549}-\\x{1F54A}\\x{1F56F}-\\x{1F570}"
              + "\\x{1F573}-\\x{1F579}\\x{1F587}\\x{1F58A}-\\x{1F58D}\\x{1F590}\\x{1F5A5}"
              + "\\x{1F5A8}\\x{1F5B1}-\\x{1F5B2}\\x{1F5BC}\\x{1F5C2}-\\x{1F5C4}"
              + "\\x{1F5D1}-\\x{1F5D3}\\x{1F5DC}-\\x{1F5DE}\\x{1F5E1}\\x{1F5E3}\\x{1F5E8}"
              + "\\x{1F5EF}\\x{1F5F3}\\x{1F5FA}\\x{1F6CB}\\x{1F6CD}-\\x{1F6CF}"
              + "\\x{1F6E0}-\\x{1F6E5}\\x{1F6E9}\\x{1F6F0}\\x{1F6F3}](?!"
              + SKIN
              + ")|[0-9#*](?=\\x{20E3})");

  private Emoji() {}

  /**
   * Lets an emoji pass. However it was to be drawn, it is the same one: as Unicode calls fully
   * qualified.
   *
   * @throws Rejection {@link Code#INVALID_FORMAT}
   */
  public static String parse(@Nullable String text) throws Rejection {
    if (text != null && isShort(text) && isEmoji(text)) {
      String drawn =
          DRAWN_AS_TEXT.matcher(WISHES.matcher(text).replaceAll("")).replaceAll("$0\uFE0F");
      if (isShort(drawn)) {
        return drawn;
      }
    }
    throw new Rejection(Code.INVALID_FORMAT, "One emoji is needed");
  }

  private static int bytes(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  private static boolean isShort(String text) {
    return text.length() <= MAX_BYTES && text.codePoints().map(Emoji::bytes).sum() <= MAX_BYTES;
  }

  private static boolean isEmoji(String text) {
    return JOINED.matcher(text).matches() && ONE.matcher(text).matches();
  }
}
