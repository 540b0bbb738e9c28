package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.RoomName;
import chatroom.room.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an index holds of a message.
 *
 * @param id the message's
 * @param terms what it says, in its order
 * @param marks what else is looked for in messages
 * @param places where it is, and who can read it there
 */
record IndexEntry(long id, List<String> terms, Set<String> marks, Set<String> places) {
  static IndexEntry of(ChatMessage message) {
    List<Token> tokens = Token.of(message.text());
    Set<String> marks = new LinkedHashSet<>();
    marks.add(Marks.author(message.authorId()));
    marks.add(Marks.authorName(message.authorName()));
    if (message.body().imageUrl().isPresent()) {
      marks.add(Marks.IMAGE);
    }
    tokens.stream()
        .filter(Token::spaceless)
        .map(it -> Marks.character(it.text()))
        .forEach(marks::add);
    return new IndexEntry(message.id(), IndexTerms.of(tokens), marks, places(message.room()));
  }

  private static Set<String> places(RoomName room) {
    Set<String> places = new LinkedHashSet<>();
    places.add(Marks.room(room));
    if (room.isPrivate()) {
      // Seen by anybody else, the other one is the lower number.
      long low = room.other(0);
      places.add(Marks.reader(low));
      places.add(Marks.reader(room.other(low)));
    } else {
      places.add(Marks.OPEN);
    }
    return places;
  }
}
