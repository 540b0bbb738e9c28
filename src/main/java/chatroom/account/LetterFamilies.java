package chatroom.account;

import java.lang.Character.UnicodeScript;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Puts characters that are one another's capital, or look like one another, into one family, and
 * gives each family one text to stand for it.
 *
 * <p>"Same but for case" and "looks the same" together would chain nearly everything: Greek {@code
 * ν} looks like {@code v}, its capital {@code Ν} like {@code N}, and so {@code n} would be {@code
 * v}. So what ASCII itself keeps apart stays apart: a family takes in the looks of capitals, which
 * are exact, and never joins two families that both have an ASCII member. Within ASCII the chain
 * holds, since it must: {@code I} is {@code i} but for case and looks like {@code l}, so {@code i},
 * {@code l}, {@code 1} and {@code |} are one family, {@code o} and {@code 0} another.
 *
 * <p>Thread safety: immutable.
 */
final class LetterFamilies {
  private static final int FIRST_VISIBLE_ASCII = 0x21;
  private static final int LAST_ASCII = 0x7E;
  private static final int SHARP_S = 0xDF;

  /** Never changed; a HashMap for the same reason as in {@link Confusables}. */
  private final Map<Integer, String> names;

  private LetterFamilies(Map<Integer, String> names) {
    this.names = names;
  }

  /** The text that stands for the family of each character of a canonically decomposed text. */
  String fold(String text) {
    StringBuilder folded = new StringBuilder();
    text.codePoints().forEach(c -> folded.append(nameOf(c)));
    return Confusables.decomposed(folded.toString());
  }

  /** The text that stands for the family of a character that has no canonical decomposition. */
  String nameOf(int codePoint) {
    String name = names.get(codePoint);
    if (name != null) {
      return name;
    }
    int small = small(codePoint);
    String smallName = names.get(small);
    return smallName == null ? Character.toString(small) : smallName;
  }

  /** By way of the capital, so that letters with two small forms ({@code σ ς}) have one. */
  private static int small(int codePoint) {
    return Character.toLowerCase(Character.toUpperCase(codePoint));
  }

  static LetterFamilies of(Confusables confusables) {
    return new Builder(confusables).build();
  }

  /** Joins one pair after the other; the order of the steps decides which joins are refused. */
  private static final class Builder {
    private final Confusables confusables;
    private final Set<Integer> codePoints = new TreeSet<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, String> spellings = new HashMap<>();

    Builder(Confusables confusables) {
      this.confusables = confusables;
      codePoints.addAll(confusables.codePoints());
      for (int c : confusables.codePoints()) {
        confusables.look(c).codePoints().forEach(codePoints::add);
      }
    }

    LetterFamilies build() {
      for (int c = FIRST_VISIBLE_ASCII; c <= LAST_ASCII; c++) {
        join(c, small(c));
        joinLook(c);
      }
      // The one letter left after NFKC and NFD whose case folding (CaseFolding.txt, F) is longer.
      spellings.put(SHARP_S, "ss");
      for (int c : codePoints) {
        join(c, small(c));
      }
      joinLooks(this::isExact);
      joinLooks(c -> !isSet(root(c)) && UnicodeScript.of(c) == UnicodeScript.LATIN);
      codePoints.addAll(parents.keySet());
      return new LetterFamilies(
          codePoints.stream().collect(Collectors.toMap(c -> c, c -> name(c, new ArrayDeque<>()))));
    }

    private void joinLooks(IntPredicate wanted) {
      for (int c : codePoints) {
        if (c > LAST_ASCII && wanted.test(c)) {
          joinLook(c);
        }
      }
    }

    /** Small letters lend their look only where their capital is like nothing else. */
    private boolean isExact(int c) {
      int capital = Character.toUpperCase(c);
      return capital == c || !codePoints.contains(capital);
    }

    private void joinLook(int c) {
      String look = confusables.look(c);
      if (look.codePointCount(0, look.length()) == 1) {
        join(c, look.codePointAt(0));
      } else if (c <= LAST_ASCII || !isAscii(root(c))) {
        spellings.putIfAbsent(root(c), look);
      }
    }

    /** The smaller of two roots becomes the root of both, so an ASCII family has an ASCII root. */
    private void join(int a, int b) {
      int rootA = root(a);
      int rootB = root(b);
      boolean bothSet = isSet(rootA) && isSet(rootB);
      if (rootA != rootB && (!bothSet || (isAscii(a) && isAscii(b)))) {
        int root = isSet(rootB) ? rootB : isSet(rootA) ? rootA : Math.min(rootA, rootB);
        parents.put(rootA, root);
        parents.put(rootB, root);
      }
    }

    /** Whether a family has a name that no other may take from it. */
    private boolean isSet(int root) {
      return isAscii(root) || spellings.containsKey(root);
    }

    private int root(int c) {
      int parent = parents.getOrDefault(c, c);
      return parent == c ? c : root(parent);
    }

    private String name(int c, Deque<Integer> within) {
      int root = root(c);
      String spelling = spellings.get(root);
      if (spelling == null || within.contains(root)) {
        return Character.toString(root);
      }
      within.push(root);
      String name =
          spelling.codePoints().mapToObj(part -> name(part, within)).collect(Collectors.joining());
      within.pop();
      return name;
    }

    private static boolean isAscii(int c) {
      return c <= LAST_ASCII;
    }
  }
}
