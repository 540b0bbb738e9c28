package chatroom.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.EveryType;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Strangers try every type that there is: a new one has to be added there. */
class EveryTypeTest {
  @Test
  void everyTypeIsTriedByStrangers() {
    JsonbTypeInfo info =
        Objects.requireNonNull(ClientMessage.class.getAnnotation(JsonbTypeInfo.class));
    Set<String> missing =
        Stream.of(info.value())
            .map(JsonbSubtype::alias)
            .collect(Collectors.toCollection(TreeSet::new));
    missing.removeAll(EveryType.tried());
    missing.remove(EveryType.typeOf(EveryType.HELLO));

    assertEquals(Set.of(), missing);
  }
}
