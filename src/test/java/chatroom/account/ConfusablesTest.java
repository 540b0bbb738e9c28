package chatroom.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.SpoofChecker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfusablesTest {
  private final Confusables confusables = Confusables.load();
  private final SpoofChecker icu = new SpoofChecker.Builder().build();

  @Test
  void theTableIsWhatItsGeneratorWrites() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Confusables.class.getResourceAsStream("confusables.txt"))) {
      assertEquals(
          ConfusablesGenerator.table(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void everyCharacterHasTheSkeletonThatIcuGives() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String text = Character.toString(c);
      String skeleton = icu.getSkeleton(text);
      boolean isInvisible = skeleton.isEmpty();
      if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE && !isInvisible) {
        assertEquals(skeleton, confusables.skeleton(text), () -> "of " + text);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"paypaI", "ѕystem", "Ängström", "rn", "小明", "ﷺ", "Ԝhat|ever 10", "क्षि"})
  void aTextHasTheSkeletonThatIcuGives(String text) {
    assertEquals(icu.getSkeleton(text), confusables.skeleton(text));
  }
}
