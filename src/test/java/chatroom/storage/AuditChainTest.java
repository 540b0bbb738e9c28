package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.Act;
import chatroom.room.AuditEntry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditChainTest {
  private static final Instant AT = Instant.ofEpochMilli(1_700_000_000_123L);

  /** Computed by what the Javadoc says, in another language. */
  @Test
  void theHashIsTheOneThatIsDocumented() {
    Act kick = new Act("kick", 7, "Ann", 9, "Bob", "pläne", "spam 👍");
    AuditEntry first = AuditChain.next(0, AuditChain.GENESIS, AT, kick);
    AuditEntry second =
        AuditChain.next(1, first.hash(), AT, new Act("lockdown", 0, "System", 0, "", "", "on"));

    assertEquals("21c56d814c73b35a864c3708f17c113958251ed27357a8930e2f196ec544b982", first.hash());
    assertEquals("dfc6952876f4817fe0cb5796a445d67ee0a5e972aef7ba48701e668bcad7d998", second.hash());
  }
}
