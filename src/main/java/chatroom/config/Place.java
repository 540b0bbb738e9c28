package chatroom.config;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One place where settings may be said. A blank value there counts as none, so a variable that is
 * declared but empty does not hide the next place.
 *
 * @param sourceOf what the place calls a key, for people
 * @param lookup the value of a key, null for none; values of other types than String count as their
 *     text
 */
record Place(UnaryOperator<String> sourceOf, Lookup lookup) {
  Optional<Effective> find(String key) {
    Object value = lookup.find(key);
    String text = value == null ? "" : value.toString().strip();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Effective(key, text, sourceOf.apply(key)));
  }
}
