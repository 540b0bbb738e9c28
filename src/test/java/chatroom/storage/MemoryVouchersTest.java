package chatroom.storage;

import chatroom.contract.VouchersContract;
import chatroom.room.Accounts;
import chatroom.room.Guests;
import chatroom.room.Vouchers;
import chatroom.testing.ManualClock;

class MemoryVouchersTest extends VouchersContract {
  private final MemoryGuests guests = new MemoryGuests(clock(), REMEMBERED);
  private final Vouchers vouchers = new MemoryVouchers(clock(), guests.accounts());

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

  @Override
  protected Vouchers vouchers() {
    return vouchers;
  }
}
