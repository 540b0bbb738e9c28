package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.Images;
import chatroom.testing.TestClient;
import chatroom.testing.Uploader;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ada and 小明 talk alone by wscat, and somebody shows an upload. */
@Tag("browser")
final class WscatPrivatelyIT extends AtTerminals {
  @Test
  void theyTalkAloneAndShowAnUpload() {
    theyTalkAlone();
    adaIsIgnoredForAWhile();
    onlyTheTwoFindWhatTheySaid();
    eve.readsNothing();
    whoSpeaksChatV1UploadsToo();
  }

  private void theyTalkAlone() {
    ada.types("{'type':'private_message','to_id':2,'content':'Can you keep a secret?','ref':'p'}");
    ada.reads(
        "{'type':'private_message_sent','room':'@2','to_id':2,'to_name':'小明','id':1}",
        "{'type':'ack','ref':'p','room':'@2','id':1,'seq':1}");
    ming.read(
        """
        {'type':'private_message','room':'@1','from_id':1,'from_name':'Ada','id':1,
         'content':'Can you keep a secret?'}""");
    ming.types("{'type':'private_message','to_id':1,'content':'当然！','reply_to':1}");
    ming.read("{'type':'private_message_sent','room':'@1','reply_to':1,'content':'当然！'}");
    ada.read("{'type':'private_message','room':'@2','reply_to':1,'content':'当然！'}");
  }

  private void adaIsIgnoredForAWhile() {
    ming.types("{'type':'ignore','to_id':1,'on':true}");
    ming.read("{'type':'ignored','content':{'user_ids':[1]}}");
    ada.types("{'type':'private_message','to_id':2,'content':'Do you hear me?'}");
    ada.read("{'type':'private_message_sent','content':'Do you hear me?'}");
    ming.readsNothing();
    ming.types("{'type':'ignore','to_id':1,'on':false}");
    ming.read("{'type':'ignored','content':{'user_ids':[]}}");
    ming.types("{'type':'get_history','room':'@1'}");
    ming.read(
        """
        {'type':'history','room':'@1','content':[
          {'type':'private_message','from_name':'Ada','content':'Can you keep a secret?'},
          {'type':'private_message','from_name':'小明','content':'当然！'},
          {'type':'private_message','from_name':'Ada','content':'Do you hear me?'}]}""");
    ming.types("{'type':'get_rooms'}");
    ming.read(
        """
        {'type':'rooms','content':[{'name':'general'},{'name':'random'},{'name':'gaming'},
          {'name':'@1','user_name':'Ada','last_seq':3,'unread':2}]}""");
  }

  private void onlyTheTwoFindWhatTheySaid() {
    found(ada, "secret", 1);
    found(ming, "secret", 1);
    found(eve, "secret");
    found(eve, "in:@1 secret");
  }

  /** A token is what an upload takes, and chat.v1 gives one. */
  private void whoSpeaksChatV1UploadsToo() {
    String hello = "{'type':'hello','name':'Kit','rooms':{'general':0},'resume_token':'%s'}";
    String url;
    String token;
    try (Typist kit = Typist.executing(server, hello.formatted("none"))) {
      JsonObject welcome = kit.read("{'type':'welcome','content':{'user_name':'Kit'}}");
      kit.reads("{'type':'users','room':'general'}", "{'type':'history','room':'general'}");
      bothRead("{'type':'join','room':'general','content':{'user_name':'Kit'}}");
      token = TestClient.content(welcome).getString("resume_token");
      url = Uploader.of(server, token).upload("general", Images.png());
    }
    String image = "{'type':'image','url':'" + url + "','alt':'大理','ref':'i'}";
    try (Typist kit = Typist.executing(server, hello.formatted(token), image)) {
      kit.read("{'type':'welcome','content':{'user_name':'Kit','resumed':true}}");
      kit.reads("{'type':'users'}", "{'type':'ack','ref':'i','room':'general','seq':1}");
      bothRead("{'type':'image','room':'general','from_name':'Kit','content':{'alt':'大理'}}");
    }
    ming.isRefused(
        image, "invalid_url", "No such upload in this room, or a message shows it already");
    assertEquals(
        "401 auth_failed", Uploader.refusal(Uploader.of(server, "").post("general", Images.png())));
  }
}
