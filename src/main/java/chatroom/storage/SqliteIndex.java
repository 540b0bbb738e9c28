package chatroom.storage;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** FTS5. It reads the newest first and no more than is asked for, with marks and places alike. */
final class SqliteIndex extends TextIndex {
  @Override
  String id() {
    return "rowid";
  }

  @Override
  String insertion() {
    return "INSERT INTO chat_message_fts (rowid, terms, marks) VALUES (?, ?, ?)";
  }

  @Override
  void fill(PreparedStatement insert, IndexEntry entry) throws SQLException {
    insert.setLong(1, entry.id());
    insert.setString(2, String.join(" ", entry.terms()));
    insert.setString(
        3, Stream.concat(entry.marks().stream(), entry.places().stream()).collect(joining(" ")));
  }

  @Override
  PreparedStatement question(
      Connection connection, IndexQuery query, long from, long before, int limit)
      throws SQLException {
    PreparedStatement select =
        connection.prepareStatement(
            "SELECT rowid FROM chat_message_fts WHERE chat_message_fts MATCH ?"
                + " AND rowid >= ? AND rowid < ? ORDER BY rowid DESC LIMIT ?");
    select.setString(1, match(query));
    select.setLong(2, from);
    select.setLong(3, before);
    select.setInt(4, limit);
    return select;
  }

  private static String match(IndexQuery query) {
    Stream<String> terms =
        query.stretches().stream().map(it -> "terms : \"" + String.join(" ", it) + "\"");
    Stream<String> marks =
        Stream.concat(query.marks().stream(), Stream.of(query.places())).map(SqliteIndex::anyMark);
    String wanted = Stream.concat(terms, marks).collect(joining(" AND "));
    List<String> shut = query.shutPlaces();
    return shut.isEmpty() ? wanted : "(" + wanted + ") NOT " + anyMark(shut);
  }

  private static String anyMark(List<String> marks) {
    return marks.stream().map(it -> "\"" + it + "\"").collect(joining(" OR ", "marks : (", ")"));
  }
}
