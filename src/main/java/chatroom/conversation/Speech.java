package chatroom.conversation;

import chatroom.wire.ClientMessage;

/** What others hear or see of a user who does it: what who is muted may not do. */
final class Speech {
  private Speech() {}

  /** Whether it is such. Taking back is not, nor is coming and going. */
  static boolean isSpeech(ClientMessage message) {
    return Member.isPost(message)
        || message instanceof ClientMessage.Edit
        || message instanceof ClientMessage.React
        || message instanceof ClientMessage.SetName
        || message instanceof ClientMessage.Register
        || message instanceof ClientMessage.Read
        || message instanceof ClientMessage.Type
        || message instanceof ClientMessage.RoomAct;
  }
}
