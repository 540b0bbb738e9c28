package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.contract.AuditLogContract;
import chatroom.room.AuditEntry;
import chatroom.room.AuditLog;
import chatroom.testing.ManualClock;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MemoryAuditLogTest extends AuditLogContract {
  private AuditLog audit = new MemoryAuditLog(new ManualClock());

  @Override
  protected void startEmpty(ManualClock clock) {
    audit = new MemoryAuditLog(clock);
  }

  @Override
  protected AuditLog audit() {
    return audit;
  }

  @Override
  protected void assertWhole(long count) {
    List<AuditEntry> newest = newest();
    for (int i = 1; i < newest.size(); i++) {
      assertTrue(AuditChain.fits(newest.get(i).hash(), newest.get(i - 1)));
    }
    assertEquals(count, newest.get(0).number());
  }

  @Test
  void beyondItsBoundTheFirstIsForgottenAndTheNumbersGoOn() throws Exception {
    LongStream.rangeClosed(1, MemoryAuditLog.MAX_ENTRIES + 1L).forEach(user -> append(kick(user)));

    assertEquals(MemoryAuditLog.MAX_ENTRIES + 1L, newest().get(0).number());
    assertEquals(
        List.of(2L),
        audit.newest(OptionalLong.of(3), 50).stream().map(AuditEntry::number).toList());
  }
}
