package chatroom.storage;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A {@code tsvector}, written out as it is to be, so that no parser has a part in it. */
final class PostgresIndex extends TextIndex {
  /** Before marks, for no word has it. */
  private static final String MARK = "!";

  /** On what has a word so often that a vector does not keep all of its positions. */
  private static final String FULL = MARK + "full";

  private static final int MAX_POSITIONS = 255;

  @Override
  String id() {
    return "id";
  }

  @Override
  String insertion() {
    return "INSERT INTO chat_message_fts (id, terms) VALUES (?, CAST(? AS tsvector))";
  }

  @Override
  void fill(PreparedStatement insert, IndexEntry entry) throws SQLException {
    insert.setLong(1, entry.id());
    insert.setString(2, vector(entry));
  }

  private static String vector(IndexEntry entry) {
    Stream<String> terms =
        IntStream.range(0, entry.terms().size())
            .mapToObj(i -> quoted(entry.terms().get(i)) + ":" + (i + 1));
    Stream<String> marks =
        Stream.concat(entry.marks().stream(), entry.places().stream()).map(it -> quoted(MARK + it));
    Stream<String> full = isFull(entry.terms()) ? Stream.of(quoted(FULL)) : Stream.of();
    return Stream.of(terms, marks, full).flatMap(it -> it).collect(joining(" "));
  }

  private static boolean isFull(List<String> terms) {
    return terms.size() > MAX_POSITIONS
        && terms.stream().collect(groupingBy(it -> it, counting())).values().stream()
            .anyMatch(count -> count > MAX_POSITIONS);
  }

  @Override
  PreparedStatement question(
      Connection connection, IndexQuery query, long from, long before, int limit)
      throws SQLException {
    PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM chat_message_fts WHERE terms @@ CAST(? AS tsquery)"
                + " AND id >= ? AND id < ? ORDER BY id DESC LIMIT ?");
    select.setString(1, match(query));
    select.setLong(2, from);
    select.setLong(3, before);
    select.setInt(4, limit);
    return select;
  }

  private static String match(IndexQuery query) {
    Stream<String> terms = query.stretches().stream().map(PostgresIndex::sideBySide);
    Stream<String> marks =
        Stream.concat(query.marks().stream(), Stream.of(query.places()))
            .map(PostgresIndex::anyMark);
    Stream<List<String>> shut = Stream.of(query.shutPlaces()).filter(it -> !it.isEmpty());
    return Stream.of(terms, marks, shut.map(it -> "!" + anyMark(it)))
        .flatMap(it -> it)
        .collect(joining(" & "));
  }

  private static String anyMark(List<String> marks) {
    return joined(marks.stream().map(it -> MARK + it), " | ");
  }

  private static String sideBySide(List<String> stretch) {
    String together = joined(stretch.stream(), " <-> ");
    String apart = joined(Stream.concat(Stream.of(FULL), stretch.stream()), " & ");
    return stretch.size() == 1 ? together : "(" + together + " | " + apart + ")";
  }

  private static String joined(Stream<String> words, String operator) {
    return words.map(PostgresIndex::quoted).collect(joining(operator, "(", ")"));
  }

  /** Words have neither quotes nor backslashes. */
  private static String quoted(String word) {
    return "'" + word + "'";
  }
}
