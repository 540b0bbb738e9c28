package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.delivery.PeerAddress;
import chatroom.room.Accounts;
import chatroom.room.Role;
import chatroom.room.Unavailable;
import chatroom.testing.Node;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.Ping;
import chatroom.wire.ClientMessage.Register;
import chatroom.wire.OfficialAct.Ban;
import chatroom.wire.OfficialAct.Kick;
import chatroom.wire.OfficialAct.Mute;
import chatroom.wire.OfficialAct.Unban;
import chatroom.wire.OfficialAct.Unmute;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.Pong;
import chatroom.wire.StoredMessage.Message;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A hall in which there are an administrator, two moderators, a member and a guest. */
abstract class Court {
  /** Where those come from who have an account. */
  static final PeerAddress OFFICE = new PeerAddress("198.51.100.1", "198.51.100.1");

  static final String PASSWORD = "correct horse";

  final Hall hall = new Hall(Hall.UNHURRIED);
  final Guest admin = holder("Ada", Role.ADMIN);
  final Guest moderator = holder("Mo", Role.MODERATOR);
  final Guest otherModerator = holder("Max", Role.MODERATOR);
  final Guest member = holder("Ann", Role.MEMBER);
  final Guest guest = hall.hello("Bob");
  final Guest witness = hall.hello("Eve");

  Court() {
    hush();
  }

  /** Nobody has heard anything yet. */
  final void hush() {
    Stream.of(admin, moderator, otherModerator, member, guest, witness).forEach(Guest::heard);
  }

  private Guest holder(String name, Role role) {
    hall.node.from = OFFICE;
    Guest guest = hall.hello((String) null);
    guest.say(new Register(name, PASSWORD, null, null));
    appoint(guest.id(), role);
    guest.end(Disconnect.PEER_LEFT);
    Guest back = signedIn(name);
    hall.node.from = Node.SOMEWHERE;
    return back;
  }

  /** By the store alone. */
  final void appoint(long userId, Role role) {
    hall.chat
        .oversight()
        .accounts()
        .setRole(
            userId,
            role,
            others -> !others.isEmpty(),
            new Accounts.Appointment() {
              @Override
              public void kept() {}

              @Override
              public void lastAdmin() {
                throw new AssertionError("the last one");
              }

              @Override
              public void refused(Unavailable why) {
                throw new AssertionError(why);
              }
            });
    hall.directory.appoint(userId, role);
    hall.chat.seats().of(userId).ifPresent(seat -> seat.renamed(seat.who().as(role)));
  }

  final Guest signedIn(String name) {
    return hall.hello(new Hello(null, null, null, null, name, PASSWORD, null, null));
  }

  static String id(Guest who) {
    return "" + who.id();
  }

  static Kick kick(Guest who) {
    return new Kick(id(who), null, "spam", "r");
  }

  static Mute mute(Guest who, @Nullable Long seconds) {
    return new Mute(id(who), null, seconds, "spam", "r");
  }

  static Unmute unmute(Guest who) {
    return new Unmute(id(who), null, null, "r");
  }

  static Ban ban(Guest who, @Nullable Long seconds) {
    return new Ban(id(who), null, seconds, null, "spam", "r");
  }

  static Unban unban(Guest who) {
    return new Unban(id(who), null, null, "r");
  }

  static List<String> types(List<ServerMessage> heard) {
    return heard.stream().map(it -> it.getClass().getSimpleName()).toList();
  }

  static String code(ServerMessage failure) {
    return ((Failure) failure).content().code();
  }

  /** What the server itself said, which must be all that was heard of the kind. */
  static String notice(List<ServerMessage> heard) {
    List<Message> said =
        heard.stream().filter(Message.class::isInstance).map(Message.class::cast).toList();
    assertEquals(1, said.size(), heard::toString);
    assertEquals(0, said.get(0).fromId());
    assertEquals("System", said.get(0).fromName());
    return said.get(0).content();
  }

  /** It is refused so, the connection goes on, and nobody else hears of it. */
  final void refused(String code, Guest who, ClientMessage said) {
    hush();
    who.say(said);
    List<ServerMessage> heard = who.heard();
    assertEquals(List.of("Failure"), types(heard), heard::toString);
    assertEquals(code, code(heard.get(0)));
    assertEquals(said.ref(), ((Failure) heard.get(0)).content().ref());
    who.say(new Ping("still here"));
    assertTrue(who.heardOnly() instanceof Pong);
    Stream.of(admin, moderator, otherModerator, member, guest, witness)
        .filter(it -> it != who)
        .forEach(it -> assertEquals(List.of(), it.heard()));
  }
}
