package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receipt is given on purpose, and only the author of the message learns of it. */
final class ReadIT extends TwoInTheRoom {
  private long said(TestClient author, String type, Object... fields) {
    author.send(type, fields);
    return author.await("ack").getJsonNumber("id").longValueExact();
  }

  private void refused(Object messageId) {
    mallory.send("read", "message_id", messageId, "ref", "r");
    JsonObject error = mallory.expectError("message_not_found");
    assertEquals("r", error.getString("ref"));
    witness.expectNothing();
    mallory.ask("ping", "pong");
  }

  @Test
  void theAuthorLearnsWhoHasReadItAndNobodyElse() {
    TestClient other = CHAT.join();
    long id = said(witness, "message", "content", "x", "ref", "m");
    mallory.expect("message");
    other.expect("message");
    mallory.send("read", "message_id", id);
    JsonObject told = witness.expect("message_read");
    assertEquals("general", told.getString("room"));
    assertEquals(id, content(told).getJsonNumber("message_id").longValueExact());
    assertEquals(mallory.id(), content(told).getJsonNumber("read_by").longValueExact());
    assertEquals(mallory.name(), content(told).getString("read_by_name"));
    mallory.expectNothing();
    other.expectNothing();
  }

  @Test
  void inAPrivateChatTheRoomIsWhatTheAuthorCallsIt() {
    long id =
        said(witness, "private_message", "to_id", mallory.id(), "content", "psst", "ref", "m");
    mallory.expect("private_message");
    mallory.send("read", "message_id", id);
    assertEquals("@" + mallory.id(), witness.expect("message_read").getString("room"));
  }

  @Test
  void onesOwnADeletedOneAndWhatOthersWhisperAreNone() {
    long own = said(mallory, "message", "content", "x", "ref", "m");
    witness.expect("message");
    refused(own);
    long deleted = said(witness, "message", "content", "y", "ref", "n");
    witness.send("delete", "message_id", deleted);
    witness.expect("message_deleted");
    mallory.expect("message");
    mallory.expect("message_deleted");
    refused(deleted);
    TestClient other = CHAT.join();
    long whispered =
        said(witness, "private_message", "to_id", other.id(), "content", "psst", "ref", "o");
    refused(whispered);
    other.expect("private_message");
    other.expectNothing();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 9_007_199_254_740_991L, 999_999_999_999_999_999L})
  void aNumberThatNoMessageHasIsNone(long id) {
    refused(id);
  }

  @Test
  void whoIgnoresTheReaderIsNotTold() {
    long id = said(witness, "message", "content", "x", "ref", "m");
    mallory.expect("message");
    witness.ask("ignore", "ignored", "to_id", mallory.id(), "on", true);
    mallory.send("read", "message_id", id);
    mallory.ask("ping", "pong");
    witness.expectNothing();
  }

  @Test
  void anAuthorWhoLeftTheRoomIsNotToldBeforeTheyAreBack() {
    long id = said(witness, "message", "content", "x", "ref", "m");
    mallory.expect("message");
    witness.ask("leave_room", "room_left", "room", "general");
    mallory.expect("leave");
    mallory.send("read", "message_id", id);
    mallory.expectNothing();
    witness.expectNothing();
    witness.send("join_room", "room", "general");
    witness.await("history");
    mallory.expect("join");
    mallory.send("read", "message_id", id);
    assertEquals(id, content(witness.expect("message_read")).getInt("message_id"));
  }

  @Test
  void anAuthorWhoWasPutOutOfAPrivateRoomIsNotTold() {
    mallory.send("create_room", "room", "readers", "private", true);
    mallory.await("history");
    mallory.send("invite", "room", "readers", "to_id", witness.id());
    witness.expect("invited");
    witness.send("join_room", "room", "readers");
    witness.await("history");
    long id = said(witness, "message", "content", "x", "ref", "m");
    mallory.send("uninvite", "room", "readers", "to_id", witness.id());
    witness.await("room_left");
    mallory.untilNow();
    mallory.send("read", "message_id", id);
    mallory.expectNothing();
    witness.expectNothing();
  }
}
