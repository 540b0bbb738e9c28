package chatroom.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private final Comparison comparison = new Comparison();

  /** Ten deliveries in a second, which have cost so many microseconds each. */
  private static Outcome outcome(String server, double cost, long lost) {
    Figures figures =
        new Figures(
            4,
            1,
            1,
            10,
            2_000,
            Double.isNaN(cost) ? OptionalDouble.empty() : OptionalDouble.of(10 * cost),
            5,
            new Figures.Latency(1, 2, 3, 4));
    return new Outcome(
        server,
        figures,
        List.of(figures),
        0.5,
        10,
        10 - lost,
        lost,
        0,
        lost > 0 ? 1 : 0,
        lost > 0 ? Optional.of("The server closed with 4008") : Optional.empty(),
        0,
        Optional.empty(),
        2,
        1,
        Double.isNaN(cost) ? OptionalLong.empty() : OptionalLong.of(2_048));
  }

  @BeforeEach
  void threeRounds() {
    for (int round = 0; round < 3; round++) {
      comparison.add(outcome("war", 1 + round * 100, 0));
      comparison.add(outcome("naive", 202, 0));
    }
  }

  @Test
  void roundsAreTakenInTurn() {
    assertEquals(
        List.of("war", "naive", "war", "naive", "war", "naive"),
        comparison.all().stream().map(Outcome::server).toList());
  }

  @Test
  void aRatioIsThatOfTheMedians() {
    assertEquals(101, comparison.median("war", Comparison::cost), 1e-9);
    assertEquals(0.5, comparison.ratio("war", "naive", Comparison::cost).getAsDouble(), 1e-9);
    assertEquals(1, comparison.ratio("war", "naive", Comparison::speed).getAsDouble(), 1e-9);
  }

  @Test
  void theLeastOfAllRoundsIsToldToo() {
    assertEquals(1, comparison.least("war", Comparison::cost), 1e-9);
    assertTrue(Double.isNaN(comparison.least("nobody", Comparison::cost)));
  }

  @Test
  void whatIsNotKnownHasNoRatio() {
    comparison.add(outcome("server", Double.NaN, 0));
    assertTrue(comparison.ratio("server", "naive", Comparison::cost).isEmpty());
    assertTrue(comparison.ratio("nobody", "naive", Comparison::cost).isEmpty());
  }

  @Test
  void theTableHasEveryRunAndTheMedians() {
    String table = Report.of(comparison);
    assertTrue(table.contains("   war |      4 |           10 |        201.000 |"), table);
    assertTrue(table.contains("101.000 us of the server's CPU each (0.50 x naive)"), table);
    assertTrue(table.contains("2 stopped reading, 1 of them were closed by the server"), table);
    assertFalse(table.contains("lost 0"), table);
  }

  @Test
  void theTableSaysWhatWasLostAndWhatIsNotKnown() {
    var lossy = new Comparison();
    lossy.add(outcome("server", Double.NaN, 3));
    String table = Report.of(lossy);
    assertTrue(table.contains("expected 10, received 7, lost 3, repeated 0"), table);
    assertTrue(table.contains("1 clients are gone: The server closed with 4008"), table);
    assertTrue(table.contains("|              ? |"), table);
    assertFalse(lossy.all().get(0).isWhole());
  }

  @Test
  void theJsonHasTheSame() {
    JsonObject first =
        JsonReport.of(Options.parse("--saturate").workload(), comparison)
            .getJsonArray("runs")
            .getJsonObject(0);
    assertEquals("war", first.getString("server"));
    assertEquals(2_048, first.getInt("server_rss_kb"));
    JsonObject best = first.getJsonObject("best");
    assertEquals(1, best.getJsonNumber("server_cpu_us_per_delivery").doubleValue(), 1e-9);
    assertEquals(0.5, best.getJsonNumber("tool_cpu_us_per_delivery").doubleValue(), 1e-9);
    assertEquals(3, best.getJsonNumber("p99_ms").doubleValue(), 1e-9);
  }
}
