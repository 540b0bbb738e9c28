package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Account;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.wire.HouseAct.GetPeople;
import chatroom.wire.HouseMessage.People;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells one client who has an account, a page at a time: as the accounts were when they were read,
 * with who is here and who is banned or muted when it is told.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Census {
  private static final long USUAL_ENTRIES = 50;
  private static final long MAX_ENTRIES = 100;

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Outcomes outcomes;

  Census(Chat chat, Client client, Seat seat, Outcomes outcomes) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.outcomes = outcomes;
  }

  /** Answers in its turn. */
  void tell(GetPeople asked, Turn turn) throws Rejection {
    long limit = asked.limit() == null ? USUAL_ENTRIES : asked.limit();
    if (limit < 1) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    int most = (int) Math.min(limit, MAX_ENTRIES);
    chat.oversight()
        .people()
        .page(
            asked.name() == null ? "" : asked.name(),
            asked.after() == null ? 0 : asked.after(),
            most + 1,
            found -> turn.end(() -> tell(found, most, asked.ref())),
            why -> outcomes.refuse(why, asked.ref(), turn));
  }

  private void tell(List<Account> found, int most, @Nullable String ref) {
    List<People.Holder> told = found.stream().limit(most).map(this::entry).toList();
    People answer = new People(chat.now(), found.size() > most, ref, told);
    client.answer(() -> List.of(answer), seat.rate()::answered);
  }

  private People.Holder entry(Account account) {
    Discipline discipline = chat.oversight().discipline();
    return People.Holder.of(
        account,
        chat.directory().find(account.id()).isPresent(),
        discipline.isBanned(account.id()),
        discipline.isMuted(account.id()));
  }
}
