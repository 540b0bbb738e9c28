package chatroom.conversation;

import chatroom.room.Body;
import chatroom.room.Draft;
import chatroom.room.MessageLog;
import chatroom.room.Nickname;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.Role;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The room where moderators and administrators read what is reported: it is there from the first
 * report on, and whoever of them is here is in it.
 *
 * <p>Thread safety: confined to the lane.
 */
final class ModeratorsRoom {
  private final Chat chat;

  ModeratorsRoom(Chat chat) {
    this.chat = chat;
  }

  /**
   * Has the server say something there.
   *
   * @param said runs when it is stored, and before anybody reads it
   * @param refused runs instead if it is not
   */
  void say(String text, Runnable said, Runnable refused) {
    open(
        room -> {
          bringAll(room);
          post(room, text, said, refused);
        },
        refused);
  }

  private void open(Consumer<OpenRoom> opened, Runnable refused) {
    Optional<OpenRoom> there = chat.rooms().ofModerators();
    if (there.isPresent()) {
      opened.accept(there.get());
      return;
    }
    RoomCharter charter = RoomCharter.ofModerators();
    chat.rooms()
        .book()
        .keep(
            (charters, receipt) -> charters.add(charter, receipt),
            () ->
                opened.accept(
                    // Another report may have opened it meanwhile.
                    chat.rooms().ofModerators().orElseGet(() -> chat.rooms().open(charter))),
            refused);
  }

  private void bringAll(OpenRoom room) {
    chat.seats()
        .all()
        .filter(seat -> seat.who().moderates() && !seat.isIn(room))
        .toList()
        .forEach(seat -> bring(chat, seat, room));
  }

  /** Brings who keeps order everywhere, and has just come, into the room, if there is one. */
  void bring(Seat seat) {
    chat.rooms()
        .ofModerators()
        .filter(room -> seat.who().moderates() && !seat.isIn(room))
        .ifPresent(room -> bring(chat, seat, room));
  }

  private static void bring(Chat chat, Seat seat, OpenRoom room) {
    seat.lines().stream()
        .findFirst()
        .ifPresent(
            line -> {
              Snapshots snapshots =
                  new Snapshots(chat, line, seat.who().id(), seat.rate()::answered);
              new Visits(chat, line, seat, snapshots, new RoomNames(chat.rooms(), seat))
                  .bring(room);
            });
  }

  /** Somebody has another role: they are there from now on, or are not any more. */
  void appointed(Seat seat) {
    bring(seat);
    chat.rooms()
        .ofModerators()
        .filter(room -> !seat.who().moderates() && seat.isIn(room))
        .ifPresent(room -> room.expel(seat, chat.now()));
  }

  private void post(OpenRoom room, String text, Runnable said, Runnable refused) {
    Participant system =
        new Participant(0, new Nickname("System", "system"), chat.clock().instant(), Role.MEMBER);
    try {
      room.post(
          new Draft.Post(RoomName.MODERATORS, system, Body.text(text), null),
          new MessageLog.Receipt() {
            @Override
            public void stored(StoredEvent event, boolean again) {
              said.run();
            }

            @Override
            public void refused(Unavailable why) {
              refused.run();
            }

            @Override
            public void rejected(Rejection why) {
              refused.run();
            }
          });
    } catch (Unavailable e) {
      refused.run();
    }
  }
}
