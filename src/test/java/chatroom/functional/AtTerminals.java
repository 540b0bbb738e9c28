package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.ChatServer;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Ada (1) and 小明 (2) are in the room, each at a terminal with wscat, and Eve (3), who is to read
 * nothing of what does not concern her.
 */
abstract class AtTerminals {
  ChatServer server;
  Typist ada;
  Typist ming;
  Typist eve;

  @BeforeEach
  void allAreHere() {
    server = ChatServer.start();
    ada = Typist.called("Ada", server);
    ming = Typist.called("小明", server);
    eve = Typist.called("Eve", server);
    String joined = "{'type':'join','room':'general','content':{'user_id':%d}}";
    String renamed = "{'type':'user_renamed','room':'general','content':{'new_name':'%s'}}";
    ada.reads(joined.formatted(2), renamed.formatted("小明"));
    ada.reads(joined.formatted(3), renamed.formatted("Eve"));
    ming.reads(joined.formatted(3), renamed.formatted("Eve"));
  }

  @AfterEach
  void allGo() {
    eve.close();
    ming.close();
    ada.close();
    server.close();
  }

  final void bothRead(String fields) {
    ada.read(fields);
    ming.read(fields);
  }

  /** Of what these words find, the newest first. */
  static void found(Typist who, String query, int... ids) {
    who.types("{'type':'search','query':'" + query + "','ref':'s'}");
    JsonObject results = who.read("{'type':'search_results','ref':'s','has_more':false}");
    assertEquals(
        Arrays.stream(ids).boxed().toList(),
        TestClient.list(results).stream().map(it -> it.getInt("id")).toList(),
        query);
  }
}
