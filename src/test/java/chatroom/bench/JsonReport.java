package chatroom.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/**
 * The figures for programs; what is not known is absent.
 *
 * <p>Thread safety: no state.
 */
final class JsonReport {
  private JsonReport() {}

  /** All runs, in order, and what was asked for. */
  static JsonObject of(Workload workload, Comparison comparison) {
    JsonArrayBuilder runs = Json.createArrayBuilder();
    comparison.all().forEach(outcome -> runs.add(run(outcome)));
    return Json.createObjectBuilder().add("workload", workload(workload)).add("runs", runs).build();
  }

  private static JsonObjectBuilder workload(Workload workload) {
    return Json.createObjectBuilder()
        .add("frames", workload.frames().name().toLowerCase(Locale.ROOT))
        .add("clients", workload.clients())
        .add("senders", workload.senders())
        .add("rooms", workload.rooms().size())
        .add("size", workload.contentBytes())
        .add("rate", workload.rate())
        .add("seconds", workload.time().toSeconds())
        .add("stuck", workload.stuck());
  }

  private static JsonObjectBuilder run(Outcome outcome) {
    JsonArrayBuilder steps = Json.createArrayBuilder();
    outcome.steps().forEach(it -> steps.add(figures(it)));
    JsonObjectBuilder run =
        Json.createObjectBuilder()
            .add("server", outcome.server())
            .add("best", figures(outcome.best()))
            .add("steps", steps)
            .add("arrival_s", outcome.arrivalSeconds())
            .add("expected", outcome.expected())
            .add("received", outcome.received())
            .add("lost", outcome.lost())
            .add("repeated", outcome.repeated())
            .add("closed", outcome.closed())
            .add("errors", outcome.refused())
            .add("stuck", outcome.stuck())
            .add("stuck_closed", outcome.stuckClosed());
    outcome.why().ifPresent(it -> run.add("closed_because", it));
    outcome.error().ifPresent(it -> run.add("first_error", it));
    outcome.residentKilobytes().ifPresent(it -> run.add("server_rss_kb", it));
    return run;
  }

  private static JsonObjectBuilder figures(Figures figures) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("window", figures.window())
            .add("seconds", figures.seconds())
            .add("sent", figures.sent())
            .add("deliveries", figures.deliveries())
            .add("deliveries_per_s", figures.deliveriesPerSecond())
            .add("bytes_per_delivery", figures.bytesEach())
            .add("tool_cpu_us_per_delivery", figures.ownCost())
            .add("p50_ms", figures.latency().p50())
            .add("p90_ms", figures.latency().p90())
            .add("p99_ms", figures.latency().p99())
            .add("max_ms", figures.latency().max());
    figures.serverCost().ifPresent(it -> json.add("server_cpu_us_per_delivery", it));
    return json;
  }
}
