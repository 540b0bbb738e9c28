package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Rejection;
import chatroom.room.Unavailable;
import chatroom.wire.ClientMessage;
import chatroom.wire.HouseAct;
import java.util.function.Consumer;

/**
 * What a client does once it has been greeted. Every act ends its turn, at once or when the log has
 * kept it.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Member {
  private final Seat seat;
  private final Visits visits;
  private final Answers answers;
  private final RoomActs roomActs;
  private final Inquiry inquiry;
  private final MemberList members;
  private final Typist typist;
  private final Posts posts;
  private final Changes changes;
  private final Naming naming;
  private final AccountActs accountActs;
  private final Outcomes outcomes;
  private final Reading reading;
  private final ReadReceipts receipts;
  private final Ignoring ignoring;
  private final Moderation moderation;
  private final Discipline discipline;
  private final HouseActs houseActs;

  /**
   * @param refuse answers what could not be kept
   */
  Member(
      Chat chat,
      Client client,
      Seat seat,
      RoomNames names,
      Visits visits,
      Answers answers,
      Snapshots snapshots,
      Consumer<Rejection> refuse) {
    this.seat = seat;
    this.visits = visits;
    this.answers = answers;
    this.roomActs = new RoomActs(chat, client, seat, names, visits, refuse);
    RateLimit rate = seat.rate();
    this.inquiry = new Inquiry(chat, client, seat, names, snapshots, rate::answered, refuse);
    this.members = new MemberList(chat, client, seat, names, snapshots, rate::answered, refuse);
    this.typist = new Typist(chat, seat, names);
    this.outcomes = new Outcomes(chat, client, refuse);
    this.posts = new Posts(chat, client, seat, names, outcomes);
    this.naming = new Naming(chat, client, seat, outcomes);
    this.accountActs = new AccountActs(chat, client, seat, outcomes);
    this.changes = new Changes(chat, seat, names, outcomes);
    this.reading = new Reading(chat, client, seat, snapshots, names, refuse, rate);
    this.receipts = new ReadReceipts(chat, seat, refuse);
    this.moderation = new Moderation(chat, client, seat, outcomes);
    this.discipline = chat.oversight().discipline();
    this.houseActs = new HouseActs(chat, client, seat, outcomes);
    this.ignoring = new Ignoring(chat, client, seat, refuse);
  }

  /** Whether a message is stored together with others and not after them. */
  static boolean isPost(ClientMessage message) {
    return message instanceof ClientMessage.Post
        || message instanceof ClientMessage.Image
        || message instanceof ClientMessage.PrivatePost;
  }

  /** Does what the client says in its turn; who has left does nothing more. */
  void act(ClientMessage message, Turn turn) throws Rejection, Unavailable {
    if (seat.isVacated()) {
      turn.end();
      return;
    }
    if (Speech.isSpeech(message)) {
      discipline.requireVoice(seat.who().id());
    }
    if (message instanceof ClientMessage.Post post) {
      posts.say(post, turn);
    } else if (message instanceof ClientMessage.Image image) {
      posts.show(image, turn);
    } else if (message instanceof ClientMessage.PrivatePost post) {
      posts.whisper(post, turn);
    } else if (message instanceof ClientMessage.Edit edit) {
      changes.edit(edit, turn);
    } else if (message instanceof ClientMessage.Delete delete) {
      changes.delete(delete, turn);
    } else if (message instanceof ClientMessage.React react) {
      changes.react(react, turn);
    } else if (message instanceof ClientMessage.SetName change) {
      naming.rename(change.name(), change.ref(), turn);
    } else if (message instanceof ClientMessage.AccountAct act) {
      accountActs.act(act, turn);
    } else if (message instanceof ClientMessage.RoomAct act) {
      roomActs.act(act, turn);
    } else if (message instanceof HouseAct act) {
      houseActs.act(act, turn);
    } else if (message instanceof ClientMessage.Search wanted) {
      inquiry.search(wanted, turn);
    } else if (message instanceof ClientMessage.GetMembers wanted) {
      members.tell(wanted, turn);
    } else if (message instanceof ClientMessage.MarkRead said) {
      reading.mark(said, turn);
    } else if (message instanceof ClientMessage.Read said) {
      receipts.give(said, turn);
    } else if (message instanceof ClientMessage.Ignore said) {
      ignoring.ignore(said, turn);
    } else if (!moderation.act(message, turn)) {
      attend(message);
      turn.end();
    }
  }

  private void attend(ClientMessage message) throws Rejection {
    if (message instanceof ClientMessage.JoinRoom wanted) {
      visits.join(wanted);
    } else if (message instanceof ClientMessage.LeaveRoom wanted) {
      visits.leave(wanted);
    } else if (message instanceof ClientMessage.Type said) {
      typist.type(said);
    } else {
      answers.answer(message);
    }
  }
}
