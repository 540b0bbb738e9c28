package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Act;
import chatroom.room.AuditEntry;
import chatroom.room.AuditLog;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.wire.HouseAct;
import chatroom.wire.HouseAct.GetAudit;
import chatroom.wire.HouseAct.GetPeople;
import chatroom.wire.HouseAct.SetLockdown;
import chatroom.wire.HouseMessage;
import chatroom.wire.HouseMessage.Audit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a client does for order in the whole house: administrators read what was done and lock the
 * chat down, everybody reports.
 *
 * <p>Thread safety: confined to the lane.
 */
final class HouseActs {
  private static final long USUAL_ENTRIES = 20;

  /** How large a page of entries may be, in bytes of their texts; at least one is told. */
  private static final int MAX_PAGE_BYTES = 128 * 1024;

  /** What an entry takes beside its detail. */
  private static final int ENTRY_BYTES = 600;

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Outcomes outcomes;
  private final Snapshots snapshots;
  private final Reporting reporting;
  private final Census census;

  HouseActs(Chat chat, Client client, Seat seat, Outcomes outcomes) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.outcomes = outcomes;
    this.snapshots = new Snapshots(chat, client, seat.who().id(), seat.rate()::answered);
    this.reporting = new Reporting(chat, client, seat, outcomes);
    this.census = new Census(chat, client, seat, outcomes);
  }

  /** Does what the client says in its turn. */
  void act(HouseAct act, Turn turn) throws Rejection {
    if (act instanceof GetAudit asked) {
      read(asked, turn);
    } else if (act instanceof GetPeople asked) {
      requireAdmin();
      snapshots.requireReader();
      census.tell(asked, turn);
    } else if (act instanceof SetLockdown wanted) {
      lock(wanted, turn);
    } else if (act instanceof HouseAct.Report said) {
      reporting.report(said, turn);
    }
  }

  private void requireAdmin() throws Rejection {
    if (!seat.who().isAdmin()) {
      throw new Rejection(Code.NOT_ALLOWED, "Only an administrator may do that");
    }
  }

  private void read(GetAudit asked, Turn turn) throws Rejection {
    requireAdmin();
    snapshots.requireReader();
    long limit = asked.limit() == null ? USUAL_ENTRIES : asked.limit();
    if (limit < 1) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    Long before = asked.before();
    chat.audit()
        .newest(
            before == null ? OptionalLong.empty() : OptionalLong.of(before),
            (int) Math.min(limit, AuditLog.MAX_PAGE),
            found -> turn.end(() -> tell(found, asked.ref())),
            () -> outcomes.unavailable(asked.ref(), turn));
  }

  private void tell(List<AuditEntry> found, @Nullable String ref) {
    List<AuditEntry> told = fitting(found);
    boolean more = !told.isEmpty() && told.get(told.size() - 1).number() > 1;
    Audit answer = new Audit(chat.now(), more, ref, told.stream().map(Audit.Entry::of).toList());
    client.answer(() -> List.of(answer), seat.rate()::answered);
  }

  private static List<AuditEntry> fitting(List<AuditEntry> found) {
    List<AuditEntry> fitting = new ArrayList<>();
    int bytes = 0;
    for (AuditEntry entry : found) {
      // A control character takes six bytes in JSON.
      bytes += ENTRY_BYTES + 6 * entry.act().detail().length();
      if (bytes > MAX_PAGE_BYTES && !fitting.isEmpty()) {
        break;
      }
      fitting.add(entry);
    }
    return fitting;
  }

  private void lock(SetLockdown wanted, Turn turn) throws Rejection {
    requireAdmin();
    Boolean on = wanted.on();
    if (on == null) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    if (on == chat.order().lockdown().isOn()) {
      turn.end(() -> client.send(HouseMessage.Lockdown.of(on, wanted.ref(), chat.now())));
      return;
    }
    Runnable refused = () -> outcomes.unavailable(wanted.ref(), turn);
    chat.audit()
        .record(
            Act.by(seat.who(), "lockdown").saying(on ? "on" : "off"),
            turn.guarded(
                () ->
                    chat.order()
                        .lockdown()
                        .turn(on, () -> turn.end(() -> tellAll(on, wanted.ref())), refused)),
            refused);
  }

  private void tellAll(boolean on, @Nullable String ref) {
    HouseMessage.Lockdown told = HouseMessage.Lockdown.of(on, null, chat.now());
    HouseMessage.Lockdown answer = HouseMessage.Lockdown.of(on, ref, chat.now());
    chat.seats()
        .all()
        .flatMap(user -> user.lines().stream())
        .forEach(line -> line.send(line == client ? answer : told));
  }
}
