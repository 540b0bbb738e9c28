package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Rejection;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.RoomRights;
import chatroom.room.RoomRole;
import chatroom.wire.ClientMessage.GetMembers;
import chatroom.wire.RoomMessage.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells who keeps order in a room who was invited, who may write, and who keeps order, too: the
 * owner first, the others by their number, no more than {@value #MAX_LISTED} in all.
 *
 * <p>Thread safety: confined to the lane.
 */
final class MemberList {
  /** How many are told of. */
  static final int MAX_LISTED = 1_000;

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final RoomNames names;
  private final Snapshots snapshots;
  private final CallNames callNames;
  private final IntConsumer cost;
  private final Consumer<Rejection> refuse;

  /**
   * @param cost told the size of what is told, in bytes
   * @param refuse answers what cannot be found out
   */
  MemberList(
      Chat chat,
      Client client,
      Seat seat,
      RoomNames names,
      Snapshots snapshots,
      IntConsumer cost,
      Consumer<Rejection> refuse) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.names = names;
    this.snapshots = snapshots;
    this.callNames = new CallNames(chat);
    this.cost = cost;
    this.refuse = refuse;
  }

  /** Tells them as they are when their names are found; ends the turn then. */
  void tell(GetMembers asked, Turn turn) throws Rejection {
    String ref = asked.ref();
    RoomName room = names.open(asked.room()).name();
    chat.rooms().rights().requireOrder(seat.who(), room);
    snapshots.requireReader();
    callNames.find(
        mentioned(room),
        nameOf -> turn.end(() -> tell(room, nameOf, ref)),
        () -> turn.end(() -> refuse.accept(Refusals.unavailable().answering(ref))));
  }

  private RoomCharter charter(RoomName room) {
    return chat.rooms().rights().charter(room);
  }

  private Set<Long> mentioned(RoomName room) {
    Set<Long> userIds = new HashSet<>(listed(room).keySet());
    if (!charter(room).isOfSettings()) {
      userIds.add(charter(room).ownerId());
    }
    return userIds;
  }

  /** Who was invited, or has a role, and whether they may write. */
  private Map<Long, Boolean> listed(RoomName room) {
    RoomRights rights = chat.rooms().rights();
    Map<Long, Boolean> listed = new HashMap<>(rights.invited(room));
    rights.roles(room).forEach((userId, role) -> listed.put(userId, role == RoomRole.MODERATOR));
    return listed;
  }

  private void tell(RoomName room, LongFunction<String> nameOf, @Nullable String ref) {
    List<Members.Membership> members = new ArrayList<>();
    RoomCharter charter = charter(room);
    if (!charter.isOfSettings()) {
      members.add(owner(charter.ownerId(), nameOf));
    }
    new TreeMap<>(listed(room))
        .forEach((userId, mayWrite) -> members.add(member(room, userId, nameOf, mayWrite)));
    List<Members.Membership> told = members.stream().limit(MAX_LISTED).toList();
    Members answer = new Members(chat.now(), room.value(), members.size(), ref, told);
    client.answer(() -> List.of(answer), cost);
  }

  private Members.Membership owner(long userId, LongFunction<String> nameOf) {
    return new Members.Membership(userId, nameOf.apply(userId), true, true, isHere(userId));
  }

  private Members.Membership member(
      RoomName room, long userId, LongFunction<String> nameOf, boolean mayWrite) {
    RoomRole role = chat.rooms().rights().role(room, userId);
    return new Members.Membership(
        userId,
        nameOf.apply(userId),
        mayWrite,
        null,
        isHere(userId),
        role == RoomRole.MEMBER ? null : role.wireName());
  }

  private @Nullable Boolean isHere(long userId) {
    return chat.directory().find(userId).isPresent() ? true : null;
  }
}
