package chatroom.wire;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records that a sealed interface permits, itself or by further sealed interfaces. */
final class Permitted {
  private Permitted() {}

  static Set<Class<?>> by(Class<?> sealed) {
    return records(sealed).collect(Collectors.toSet());
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Permitted::records)
        : Stream.of(type);
  }
}
