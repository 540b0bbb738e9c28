package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ada and 小明 do by wscat what others do in rooms of the page. */
@Tag("browser")
final class WscatRoomsIT extends AtTerminals {
  private static final String NO_ROOM = "No such room";
  private static final String NOT_OWNER = "Only the owner of the room may do that";
  private static final String NOT_IN_ORDER = "Only who keeps order in the room may do that";

  @Test
  void theyMakeRoomsAndComeAndGo() {
    adaMakesARoomAndMingFindsIt();
    onlyWhoKeepsOrderSaysWhatItIsAbout();
    itIsArchivedAndOpenedAgain();
    whoLeavesIsBackInTheRoomBefore();
    inARoomForAnnouncementsWriteWhoMay();
    ofAPrivateRoomOnlyWhoIsInvitedLearnsAnything();
    eve.readsNothing();
  }

  @Test
  void theyTalkAndChangeAndFindWhatWasSaid() {
    adaMakes("旅行", "'topic':''");
    mingJoins("旅行");
    whoTypesIsToldUntilTheMessageComes();
    whatIsSaidIsAnsweredAndReactedTo();
    itIsChangedAndTakenBack();
    anImageIsShownByItsAddress();
    theHistoryShowsWhatIsLeft();
    whatIsNewIsCountedAndRead();
    whoIsNamedIsToldAndCounted();
    whatWasSaidIsFound();
    eve.readsNothing();
  }

  /** Ada makes a room, with these further fields. */
  private void adaMakes(String room, String fields) {
    ada.types("{'type':'create_room','room':'%s',%s}".formatted(room, fields));
    ada.read("{'type':'room_created','room':'%s','content':{'owner_id':1}}".formatted(room));
    greeted(ada, room);
  }

  private void mingJoins(String room) {
    ming.types("{'type':'join_room','room':'%s'}".formatted(room));
    greeted(ming, room);
    ada.read("{'type':'join','room':'%s','content':{'user_name':'小明'}}".formatted(room));
  }

  private static void greeted(Typist who, String room) {
    String line = "{'type':'%s','room':'" + room + "'}";
    who.reads(line.formatted("room_joined"), line.formatted("users"), line.formatted("history"));
  }

  private void adaMakesARoomAndMingFindsIt() {
    adaMakes("旅行", "'topic':'Where to next?'");
    ming.types("{'type':'get_rooms','ref':'r'}");
    ming.read(
        """
        {'type':'rooms','ref':'r','content':[
          {'name':'general','joined':true,'users_online':3,'unread':0,'mentions':0},
          {'name':'random','joined':false,'users_online':0,'unread':null},
          {'name':'gaming','joined':false},
          {'name':'旅行','topic':'Where to next?','joined':false,'may_write':true,'owner_id':1,
           'users_online':1,'private':null,'announcement':null,'archived':null}]}""");
    ming.isRefused(
        "{'type':'create_room','room':'旅行'}",
        "room_exists",
        "There is a room of this name, or of one that looks like it");
    mingJoins("旅行");
  }

  private void onlyWhoKeepsOrderSaysWhatItIsAbout() {
    ming.isRefused("{'type':'set_topic','room':'旅行','topic':'夏天'}", "not_allowed", NOT_IN_ORDER);
    ada.types("{'type':'set_topic','room':'旅行','topic':'夏天去哪里？'}");
    bothRead("{'type':'room_topic','room':'旅行','content':{'topic':'夏天去哪里？'}}");
  }

  private void itIsArchivedAndOpenedAgain() {
    ming.isRefused("{'type':'archive_room','room':'旅行','archived':true}", "not_allowed", NOT_OWNER);
    ada.types("{'type':'archive_room','room':'旅行','archived':true}");
    bothRead("{'type':'room_archived','room':'旅行','content':{'archived':true}}");
    ming.isRefused("{'type':'message','content':'还在吗？'}", "not_allowed", "The room is archived");
    ada.types("{'type':'archive_room','room':'旅行','archived':false}");
    bothRead("{'type':'room_archived','room':'旅行','content':{'archived':false}}");
    ming.types("{'type':'message','content':'还在吗？'}");
    ada.read("{'type':'message','room':'旅行','from_name':'小明','content':'还在吗？'}");
  }

  private void whoLeavesIsBackInTheRoomBefore() {
    ming.types("{'type':'leave_room','room':'旅行'}");
    ming.read("{'type':'room_left','room':'旅行'}");
    ada.read("{'type':'leave','room':'旅行','content':{'user_name':'小明'}}");
    ming.types("{'type':'message','content':'back'}");
    ada.read("{'type':'message','room':'general','content':'back'}");
    eve.read("{'type':'message','room':'general','content':'back'}");
    ming.isRefused(
        "{'type':'message','room':'旅行','content':'x'}", "not_in_room", "Not in this room");
  }

  private void inARoomForAnnouncementsWriteWhoMay() {
    adaMakes("news", "'announcement':true");
    mingJoins("news");
    ming.isRefused(
        "{'type':'message','content':'收到'}",
        "not_allowed",
        "Only its owner, and whom they allow to, may write in this room");
    ada.types("{'type':'message','content':'We are closed on Monday'}");
    ming.read("{'type':'message','room':'news','content':'We are closed on Monday'}");
    ada.types("{'type':'invite','room':'news','to_id':2,'may_write':true}");
    bothRead("{'type':'member_added','content':{'user_name':'小明','may_write':true}}");
    ming.read("{'type':'invited','room':'news','content':{'by_name':'Ada'}}");
    ming.types("{'type':'message','content':'收到'}");
    ada.read("{'type':'message','room':'news','from_name':'小明','content':'收到'}");
  }

  private void ofAPrivateRoomOnlyWhoIsInvitedLearnsAnything() {
    adaMakes("惊喜", "'private':true");
    ada.types("{'type':'message','content':'A surprise for Eve','ref':'m'}");
    int id = ada.read("{'type':'ack','ref':'m','room':'惊喜','seq':1}").getInt("id");
    ada.types("{'type':'invite','room':'惊喜','to_id':2}");
    ada.read("{'type':'member_added','room':'惊喜','content':{'user_id':2}}");
    ming.read("{'type':'invited','room':'惊喜','content':{'by_id':1,'by_name':'Ada'}}");
    mingJoins("惊喜");
    ming.types("{'type':'message','content':'好主意'}");
    ada.read("{'type':'message','room':'惊喜','content':'好主意'}");
    adaAsksWhoIsInvited();
    eveKnowsOfNoRoom(id);
    ada.types("{'type':'uninvite','room':'惊喜','to_id':2}");
    bothRead("{'type':'member_removed','room':'惊喜','content':{'user_id':2}}");
    ada.read("{'type':'leave','room':'惊喜'}");
    ming.read("{'type':'room_left','room':'惊喜'}");
    ming.isRefused("{'type':'join_room','room':'惊喜'}", "room_not_found", NO_ROOM);
  }

  private void adaAsksWhoIsInvited() {
    ada.types("{'type':'get_members','room':'惊喜','ref':'g'}");
    ada.read(
        """
        {'type':'members','room':'惊喜','ref':'g','members_count':2,'content':[
          {'user_id':1,'user_name':'Ada','may_write':true,'is_owner':true,'is_online':true},
          {'user_id':2,'user_name':'小明','may_write':true,'is_owner':null,'is_online':true}]}""");
    ming.isRefused("{'type':'get_members','room':'惊喜'}", "not_allowed", NOT_IN_ORDER);
  }

  private void eveKnowsOfNoRoom(int messageId) {
    for (String type : List.of("join_room", "get_history", "get_users", "get_members")) {
      eve.isRefused("{'type':'" + type + "','room':'惊喜'}", "room_not_found", NO_ROOM);
    }
    eve.isRefused("{'type':'search','query':'in:惊喜 主意'}", "room_not_found", NO_ROOM);
    eve.isRefused(
        "{'type':'react','message_id':" + messageId + ",'emoji':'👍','on':true}",
        "message_not_found",
        "No such message");
    found(eve, "主意");
    eve.types("{'type':'get_rooms'}");
    eve.read(
        """
        {'type':'rooms','content':[{'name':'general'},{'name':'random'},{'name':'gaming'},
          {'name':'news','announcement':true,'may_write':false},{'name':'旅行'}]}""");
  }

  private void whoTypesIsToldUntilTheMessageComes() {
    ming.types("{'type':'typing','is_typing':true}");
    ada.read("{'type':'typing','room':'旅行','content':{'user_id':2,'is_typing':true}}");
    ming.types("{'type':'message','content':'我想去云男','ref':'m'}");
    ming.read("{'type':'ack','ref':'m','room':'旅行','id':1,'seq':1}");
    ada.reads(
        "{'type':'typing','content':{'user_id':2,'is_typing':false}}",
        "{'type':'message','id':1,'from_id':2,'from_name':'小明','content':'我想去云男'}");
  }

  private void whatIsSaidIsAnsweredAndReactedTo() {
    ada.types("{'type':'message','content':'Good :+1:','reply_to':1}");
    ming.read("{'type':'message','id':2,'reply_to':1,'content':'Good :+1:'}");
    String reaction =
        "{'type':'reaction','content':{'message_id':1,'emoji':'🐼','user_id':%d,'count':%d}}";
    String react = "{'type':'react','message_id':1,'emoji':'🐼','on':%b}";
    ada.types(react.formatted(true));
    bothRead(reaction.formatted(1, 1));
    ming.types(react.formatted(true));
    bothRead(reaction.formatted(2, 2));
    ada.types(react.formatted(false));
    bothRead(reaction.formatted(1, 1));
  }

  private void itIsChangedAndTakenBack() {
    ada.isRefused(
        "{'type':'edit','message_id':1,'content':'x'}", "not_allowed", "Not your message");
    ming.types("{'type':'edit','message_id':1,'content':'我想去云南'}");
    bothRead("{'type':'message_edited','content':{'message_id':1,'content':'我想去云南'}}");
    ming.types("{'type':'message','content':'/me 翻日历'}");
    ada.read("{'type':'message','id':7,'content':'/me 翻日历'}");
    ming.types("{'type':'delete','message_id':7}");
    bothRead("{'type':'message_deleted','content':{'message_id':7}}");
  }

  private void anImageIsShownByItsAddress() {
    String fields = "'url':'https://example.org/dali.png','alt':'大理古城'";
    ming.types("{'type':'image'," + fields + "}");
    ada.read("{'type':'image','id':9,'content':{" + fields + "}}");
    ming.isRefused("{'type':'image','url':'dali.png'}", "invalid_url", "Not a link to an image");
  }

  private void theHistoryShowsWhatIsLeft() {
    ada.types("{'type':'get_history','room':'旅行'}");
    ada.read(
        """
        {'type':'history','room':'旅行','last_seq':9,'has_more':false,'content':[
          {'id':1,'content':'我想去云南','reactions':[{'emoji':'🐼','count':1,'mine':false}]},
          {'id':2,'content':'Good :+1:','reply_to':1,'edited_at':null},
          {'id':7,'content':''},
          {'id':9,'type':'image'}]}""");
  }

  private void whatIsNewIsCountedAndRead() {
    assertUnread(2);
    ada.types("{'type':'mark_read','seq':8}");
    ada.read("{'type':'marked_read','room':'旅行','content':{'seq':8,'unread':1,'mentions':0}}");
    assertUnread(1);
    ming.readsNothing();
    ada.types("{'type':'read','message_id':9}");
    ming.read(
        """
        {'type':'message_read','room':'旅行',
         'content':{'message_id':9,'read_by':1,'read_by_name':'Ada'}}""");
  }

  private void assertUnread(int count) {
    ada.types("{'type':'get_rooms'}");
    JsonObject rooms = ada.read("{'type':'rooms'}");
    assertEquals(count, TestClient.list(rooms).get(3).getInt("unread"));
  }

  private void whoIsNamedIsToldAndCounted() {
    ada.types("{'type':'message','content':'@小明 看看'}");
    ming.read("{'type':'message','id':10,'mentions':[2],'mentions_room':null}");
    ming.types("{'type':'mark_read','seq':9}");
    ming.read("{'type':'marked_read','room':'旅行','content':{'unread':1,'mentions':1}}");
    ming.types("{'type':'message','content':'@room 走吧，@Eve'}");
    ada.read("{'type':'message','id':11,'mentions':null,'mentions_room':true}");
  }

  private void whatWasSaidIsFound() {
    for (Typist who : List.of(ada, ming, eve)) {
      found(who, "云南", 1);
      found(who, "in:旅行 from:小明", 11, 9, 1);
      found(who, "from:小明 古城", 9);
      found(who, "has:image", 9);
      found(who, "from:Ada 云南");
      found(who, "日历");
    }
  }
}
