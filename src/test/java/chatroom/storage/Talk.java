package chatroom.storage;

import chatroom.room.Body;
import chatroom.room.Draft;
import chatroom.room.Participant;
import chatroom.room.RoomName;
import chatroom.testing.People;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What many people say to each other, made up: the nth word is said about as often as 1/n.
 *
 * <p>Thread safety: none.
 */
final class Talk {
  static final int PEOPLE = 2_000;

  /** A word that is said in one room alone, and nobody else may read it. */
  static final String SECRET = "secretly";

  private static final int WORDS = 50_000;
  private static final int CHINESE_WORDS = 20_000;
  private static final int CHINESE_CHARACTERS = 3_000;
  private static final String CLOSED = "closed";
  private static final int FREQUENT = 20;
  private static final int ROOMS = 40;
  private static final int CLOSED_ROOMS = 10;

  private final Random random;
  private final List<String> words;
  private final List<String> chineseWords;

  Talk(Random random) {
    this.random = random;
    words = IntStream.range(0, WORDS).mapToObj(i -> newWord()).toList();
    chineseWords =
        IntStream.range(0, CHINESE_WORDS).mapToObj(i -> character() + character()).toList();
  }

  private String newWord() {
    return random
        .ints(2 + random.nextInt(8), 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private String character() {
    return Character.toString(0x4E00 + rank(CHINESE_CHARACTERS));
  }

  private int rank(int ranks) {
    return (int) Math.pow(ranks, random.nextDouble()) - 1;
  }

  /** A word, as often as it is said. */
  String word() {
    return words.get(rank(WORDS));
  }

  /** A word that is hardly ever said. */
  String rareWord() {
    return words.get(WORDS - 1 - random.nextInt(WORDS / 2));
  }

  /** One of the words that are said most. */
  String frequentWord() {
    return words.get(random.nextInt(FREQUENT));
  }

  /** Two characters that are said most, together. */
  String frequentChineseWord() {
    return chineseWords.get(random.nextInt(FREQUENT));
  }

  /** A sentence. */
  String english() {
    return IntStream.range(0, 3 + random.nextInt(20))
        .mapToObj(i -> word())
        .collect(Collectors.joining(" "));
  }

  /** Another one. */
  String chinese() {
    return IntStream.range(0, 3 + random.nextInt(10))
        .mapToObj(i -> chineseWords.get(rank(CHINESE_WORDS)))
        .collect(Collectors.joining());
  }

  /** Somebody, the more talkative the more often. */
  int somebody() {
    return 1 + rank(PEOPLE);
  }

  /** Somebody says something somewhere: in a fifth of all cases in a private chat. */
  Draft.Post draft() {
    Participant who = People.user(somebody());
    RoomName room = room(who);
    String said = random.nextInt(3) == 0 ? chinese() : english();
    String text = isClosed(room) && random.nextBoolean() ? said + " " + SECRET : said;
    Optional<String> url =
        random.nextInt(50) == 0 ? Optional.of("https://example.org/x.png") : Optional.empty();
    return new Draft.Post(
        room, who, new Body(text, url, OptionalLong.empty(), Set.of(), false), null);
  }

  private RoomName room(Participant who) {
    int dice = random.nextInt(10);
    if (dice < 2) {
      return RoomName.between(who.id(), somebody());
    }
    if (dice < 3) {
      return new RoomName(CLOSED + rank(CLOSED_ROOMS));
    }
    return dice < 6 ? RoomName.GENERAL : new RoomName(openRoom());
  }

  /** A room that all may read. */
  String openRoom() {
    return "room" + rank(ROOMS);
  }

  private static boolean isClosed(RoomName room) {
    return room.value().startsWith(CLOSED);
  }

  /** Nobody who asks was invited into a closed room. */
  static boolean mayRead(long user, RoomName room) {
    return room.isPrivate() ? room.isOf(user) : !isClosed(room);
  }
}
