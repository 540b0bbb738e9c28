package chatroom.conversation;

import chatroom.room.Charters.Kept;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.RoomAccess;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.RoomNaming;
import chatroom.room.RoomRights;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All rooms that there are: those of the settings, {@code general} among them, and those that
 * somebody made. No two have names that look alike.
 *
 * <p>Thread safety: confined to the lane, but for {@link #mayRead} and {@link #mayWrite}.
 */
public final class OpenRooms implements RoomAccess {
  /** How many names of rooms there may be. */
  static final int MAX_ROOMS = 10_000;

  /** Makes the room of a name. */
  @FunctionalInterface
  public interface Opener {
    /** The room, in which the newest message has that number; 0 if there is none. */
    OpenRoom open(RoomName name, long lastSeq);
  }

  private final RoomRights rights;
  private final RoomNaming naming;
  private final RoomBook book;
  private final Opener opener;
  private final Map<String, OpenRoom> ofSettings = new LinkedHashMap<>();
  private final TreeMap<String, OpenRoom> made = new TreeMap<>();

  /** The key of a name that nobody can have, whether there is such a room or not. */
  private final String moderatorsKey;

  /** The keys of all names that cannot be had. */
  private final Set<String> taken = new HashSet<>();

  /**
   * @param names those of the settings, in the order in which they are told; {@code general} among
   *     them
   * @param kept what was made before; a room stays what it was made, also if the settings name it
   * @param rights without any room
   */
  public OpenRooms(
      List<RoomName> names,
      List<Kept> kept,
      RoomRights rights,
      RoomNaming naming,
      RoomBook book,
      Opener opener) {
    this.rights = rights;
    this.naming = naming;
    this.book = book;
    this.opener = opener;
    Map<RoomName, Kept> before = new HashMap<>();
    kept.forEach(room -> before.put(room.charter().name(), room));
    for (RoomName name : names) {
      Kept unknown = new Kept(RoomCharter.ofSettings(name), Map.of(), 0);
      open(before.getOrDefault(name, unknown), ofSettings);
      before.remove(name);
    }
    if (!ofSettings.containsKey(RoomName.GENERAL.value())) {
      throw new IllegalArgumentException("no room where everyone begins: " + names);
    }
    before.values().forEach(this::openIfMade);
    moderatorsKey = naming.key(RoomName.MODERATORS);
  }

  /** What was a room of the settings once keeps its name for when it is one again. */
  private void openIfMade(Kept kept) {
    if (kept.charter().isOfSettings() && !kept.charter().name().equals(RoomName.MODERATORS)) {
      taken.add(naming.key(kept.charter().name()));
    } else {
      open(kept, made);
    }
  }

  private void open(Kept kept, Map<String, OpenRoom> rooms) {
    RoomName name = kept.charter().name();
    taken.add(naming.key(name));
    rights.add(kept.charter());
    kept.invited().forEach((userId, mayWrite) -> rights.invite(name, userId, mayWrite));
    kept.roles().forEach((userId, role) -> rights.setRole(name, userId, role));
    rooms.put(name.value(), opener.open(name, kept.lastSeq()));
  }

  /** Who may do what in them. */
  public RoomRights rights() {
    return rights;
  }

  /** Where changes are kept. */
  RoomBook book() {
    return book;
  }

  @Override
  public boolean mayRead(long userId, RoomName room) {
    return rights.mayRead(userId, room);
  }

  @Override
  public boolean mayWrite(long userId, RoomName room) {
    return rights.mayWrite(userId, room);
  }

  /** All of them, those of the settings first. */
  Stream<OpenRoom> all() {
    return Stream.concat(ofSettings.values().stream(), made.values().stream());
  }

  /** Those that somebody made. */
  Stream<OpenRoom> made() {
    return made.values().stream();
  }

  /** Those of these names that there are, in the same order. */
  List<OpenRoom> named(Collection<String> names) {
    return Stream.concat(
            ofSettings.entrySet().stream()
                .filter(room -> names.contains(room.getKey()))
                .map(Map.Entry::getValue),
            new TreeSet<>(names).stream().map(made::get).filter(Objects::nonNull))
        .toList();
  }

  /** Where reports are read; there is none before the first. */
  Optional<OpenRoom> ofModerators() {
    return find(RoomName.MODERATORS.value());
  }

  /** Where everyone begins. */
  OpenRoom general() {
    return find(RoomName.GENERAL.value()).orElseThrow();
  }

  private Optional<OpenRoom> find(String name) {
    return Optional.ofNullable(ofSettings.get(name)).or(() -> Optional.ofNullable(made.get(name)));
  }

  /**
   * The room of that name, if that user may know of it; it is used now.
   *
   * @throws Rejection {@link Code#ROOM_NOT_FOUND} if not, or there is none
   */
  OpenRoom get(String name, long userId) throws Rejection {
    OpenRoom room = find(name, userId).orElseThrow(() -> new Rejection(Code.ROOM_NOT_FOUND));
    room.use();
    return room;
  }

  /** Whether there is a room of that name that the user may know of. */
  boolean isKnown(String name, long userId) {
    return find(name, userId).isPresent();
  }

  private Optional<OpenRoom> find(String name, long userId) {
    return find(name).filter(room -> rights.mayRead(userId, room.name()));
  }

  /**
   * Takes a name for a room: from now on nobody else can have it, unless it is {@linkplain #free
   * freed}.
   *
   * @throws Rejection if it is no name, or taken, or there are too many rooms
   */
  RoomName claim(String wanted) throws Rejection {
    RoomName name = naming.parse(wanted);
    String key = naming.key(name);
    if (taken.contains(key) || key.equals(moderatorsKey)) {
      throw new Rejection(Code.ROOM_EXISTS);
    }
    if (taken.size() >= MAX_ROOMS) {
      throw new Rejection(Code.NOT_ALLOWED, "There are as many rooms as there can be");
    }
    taken.add(key);
    return name;
  }

  /** Lets others have a name that was claimed and is not used. */
  void free(RoomName name) {
    taken.remove(naming.key(name));
  }

  /** A room that was made is not there any more; nobody can have its name before it is freed. */
  void forget(RoomName name) {
    made.remove(name.value());
    rights.remove(name);
  }

  /** A room of a name that was claimed is there from now on. */
  OpenRoom open(RoomCharter charter) {
    open(new Kept(charter, Map.of(), 0), made);
    return find(charter.name().value()).orElseThrow();
  }
}
