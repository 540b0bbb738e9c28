package chatroom.checker;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One run from the first hello to the judgement. */
final class Run {
  private Run() {}

  /** Carries out a plan against the server at that address, and judges what came of it. */
  static Outcome of(URI address, Plan plan, Trial trial) throws InterruptedException {
    long begin = System.nanoTime();
    long after;
    try (Reader first = Reader.asNobody(address)) {
      after = first.lastSeq();
    }
    Company company = new Company(address, plan);
    company.start();
    trial.during(company);
    String unsettled = company.settle(() -> lastSeq(address));
    company.finish();
    trial.beforeReading();
    List<Journal> journals = company.guests().stream().map(Guest::journal).toList();
    List<Violation> violations =
        new ArrayList<>(Judge.judge(journals, ReadBack.of(address, company.guests(), after)));
    if (!unsettled.isEmpty()) {
      violations.add(new Violation(Violation.Kind.TROUBLE, "at the end there was " + unsettled));
    }
    return new Outcome(
        plan, trial.done(), (System.nanoTime() - begin) / 1_000_000_000, journals, violations);
  }

  private static long lastSeq(URI address) {
    try (Reader reader = Reader.asNobody(address)) {
      return reader.lastSeq();
    }
  }
}
