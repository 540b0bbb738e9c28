package chatroom.checker;

import java.util.ArrayList;
import java.util.List;

/**
 * Names every promise that the records and the server's log show to be broken.
 *
 * <p>Thread safety: no state.
 */
final class Judge {
  private Judge() {}

  /**
   * All that was broken.
   *
   * @param journals of all guests that there were
   * @param log what the server has stored after all of them
   * @return nothing if every promise was kept
   */
  static List<Violation> judge(List<Journal> journals, StoredLog log) {
    List<Violation> found = new ArrayList<>();
    Sayings sayings = Sayings.of(journals);
    LogRules.check(log, sayings, found);
    for (Journal journal : journals) {
      AckRules.check(journal, log, sayings, found);
      SightRules.check(journal, log, sayings, found);
      LineRules.check(journal, found);
      HoleRules.check(journal, log, found);
      StateRules.check(journal, log, found);
    }
    return found;
  }
}
