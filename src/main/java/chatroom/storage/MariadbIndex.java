package chatroom.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import chatroom.room.RoomName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code FULLTEXT} index, whose words are in hexadecimal: so they are neither stop words nor too
 * short for it, and it finds no place to cut them.
 *
 * <p>Where a message is it asks the other tables: the index would collect all messages of a room
 * first.
 */
final class MariadbIndex extends TextIndex {
  /** Whatever the optimizer has heard of the tables: only this way the index itself is asked. */
  private static final String INDEX_FIRST = "SELECT STRAIGHT_JOIN";

  @Override
  String id() {
    return "id";
  }

  @Override
  String insertion() {
    return "INSERT INTO chat_message_fts (id, terms) VALUES (?, ?)";
  }

  @Override
  void fill(PreparedStatement insert, IndexEntry entry) throws SQLException {
    insert.setLong(1, entry.id());
    insert.setString(
        2,
        Stream.concat(
                entry.terms().stream().map(MariadbIndex::term),
                entry.marks().stream().map(MariadbIndex::mark))
            .collect(joining(" ")));
  }

  private static String term(String term) {
    return "t" + hex(term);
  }

  private static String mark(String mark) {
    return "m" + hex(mark);
  }

  private static String hex(String word) {
    return HexFormat.of().formatHex(word.getBytes(UTF_8));
  }

  @Override
  PreparedStatement question(
      Connection connection, IndexQuery query, long from, long before, int limit)
      throws SQLException {
    String match = match(query);
    Optional<RoomName> room = query.room();
    String places = String.join(", ", Collections.nCopies(query.shut().size(), "?"));
    PreparedStatement select =
        connection.prepareStatement(
            (match.isEmpty() ? "SELECT" : INDEX_FIRST)
                + " f.id FROM chat_message_fts f JOIN chat_message m ON m.id = f.id"
                + " JOIN chat_room r ON r.name = m.room WHERE f.id >= ? AND f.id < ? AND "
                + (room.isPresent()
                    ? "m.room = ?"
                    : "(r.low_user IS NULL OR ? IN (r.low_user, r.high_user))")
                + (places.isEmpty() ? "" : " AND m.room NOT IN (" + places + ")")
                + (match.isEmpty() ? "" : " AND MATCH (f.terms) AGAINST (? IN BOOLEAN MODE)")
                + " ORDER BY f.id DESC LIMIT "
                + limit);
    select.setLong(1, from);
    select.setLong(2, before);
    if (room.isPresent()) {
      select.setString(3, room.get().value());
    } else {
      select.setLong(3, query.reader());
    }
    int parameter = 4;
    for (RoomName shut : query.shut()) {
      select.setString(parameter++, shut.value());
    }
    if (!match.isEmpty()) {
      select.setString(parameter, match);
    }
    return select;
  }

  private static String match(IndexQuery query) {
    Stream<String> terms =
        query.stretches().stream()
            .map(it -> it.stream().map(MariadbIndex::term).collect(joining(" ", "+\"", "\"")));
    Stream<String> marks = query.marks().stream().map(MariadbIndex::anyMark);
    return Stream.concat(terms, marks).collect(joining(" "));
  }

  private static String anyMark(List<String> marks) {
    return marks.stream().map(MariadbIndex::mark).collect(joining(" ", "+(", ")"));
  }
}
