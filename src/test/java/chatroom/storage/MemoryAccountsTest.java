package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.contract.AccountsContract;
import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Guests;
import chatroom.testing.ManualClock;
import org.junit.jupiter.api.Test;

class MemoryAccountsTest extends AccountsContract {
  private final MemoryGuests guests = new MemoryGuests(clock(), REMEMBERED);

  @Override
  protected void startEmpty(ManualClock clock) {
    // Every test has its own.
  }

  @Override
  protected Accounts accounts() {
    return guests.accounts();
  }

  @Override
  protected Guests guests() {
    return guests;
  }

  @Test
  void beyondItsBoundWhatComesIsRefusedAndNothingIsForgotten() {
    Account first = member("first");
    for (int i = 1; i < MemoryAccounts.MAX_ACCOUNTS; i++) {
      member("name" + i);
    }
    Account last = account(4711_4711, "last");

    assertEquals("refused", register(last));
    assertEquals("taken", register(account(4711_4711, "first")));
    assertThere(first);
    assertEquals(MemoryAccounts.MAX_ACCOUNTS, told(() -> accounts().names()).size());
  }
}
