package chatroom.storage;

import chatroom.room.MessageSearch;
import chatroom.room.RoomName;
import chatroom.room.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an index is asked for: at least all that is looked for, and maybe more.
 *
 * @param stretches each has to be in the message, side by side
 * @param marks of each list the message has to have one
 * @param reader who has to be able to read it, if it is in a private chat
 * @param room where it has to be, if not anywhere
 * @param shut where it must not be, though no private chat of others is among it
 */
record IndexQuery(
    List<List<String>> stretches,
    List<List<String>> marks,
    long reader,
    Optional<RoomName> room,
    Set<RoomName> shut) {
  static IndexQuery of(MessageSearch.Request request) {
    SearchQuery query = request.query();
    List<List<String>> stretches = new ArrayList<>();
    List<List<String>> marks = new ArrayList<>();
    query.phrases().forEach(phrase -> stretches.addAll(IndexTerms.stretches(phrase)));
    query.phrases().stream()
        .flatMap(phrase -> IndexTerms.single(phrase).stream())
        .forEach(it -> marks.add(List.of(Marks.character(it))));
    query.from().ifPresent(name -> marks.add(author(query, name)));
    if (query.image()) {
      marks.add(List.of(Marks.IMAGE));
    }
    return new IndexQuery(stretches, marks, request.reader(), request.room(), Set.of());
  }

  /** The same, but for what is in these rooms. */
  IndexQuery outside(Set<RoomName> rooms) {
    return new IndexQuery(stretches, marks, reader, room, Set.copyOf(rooms));
  }

  private static List<String> author(SearchQuery query, String name) {
    List<String> author = new ArrayList<>(List.of(Marks.authorName(name)));
    query.fromId().ifPresent(id -> author.add(Marks.author(id)));
    return author;
  }

  /** Of these the message has to have one, too. */
  List<String> places() {
    return room.map(it -> List.of(Marks.room(it)))
        .orElse(List.of(Marks.OPEN, Marks.reader(reader)));
  }

  /** And of these none. */
  List<String> shutPlaces() {
    return shut.stream().map(Marks::room).toList();
  }
}
