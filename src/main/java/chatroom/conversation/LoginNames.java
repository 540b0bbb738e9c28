package chatroom.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user may be called here who is called something else elsewhere: the same if that can be a
 * name, else what stands for a person in it.
 *
 * <p>Thread safety: without state.
 */
final class LoginNames {
  private static final Pattern COMMON_NAME =
      Pattern.compile("(?:^|[,/+]) *CN *= *([^,/+]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS = Pattern.compile("([^@]+)@[^@]+");
  private static final Pattern DOMAIN = Pattern.compile("[^\\\\]+\\\\([^\\\\]+)");

  private LoginNames() {}

  /**
   * The names to try, the best first: as it is; of a distinguished name the {@code CN}, of an
   * address what is before the {@code @}, of {@code DOMAIN} and a backslash the user.
   */
  static List<String> of(String principal) {
    List<String> names = new ArrayList<>();
    names.add(principal);
    for (Pattern form : List.of(COMMON_NAME, ADDRESS, DOMAIN)) {
      Matcher found = form.matcher(principal);
      boolean fits = form.equals(COMMON_NAME) ? found.find() : found.matches();
      if (fits) {
        names.add(found.group(1).strip());
      }
    }
    return names;
  }
}
