package chatroom.endpoint;

import chatroom.conversation.Conversation;
import chatroom.conversation.Dialogue;

/**
 * Hears text and says in the conversation what it means.
 *
 * <p>Thread safety: as that of the conversation.
 */
final class DecodingDialogue implements Dialogue {
  private final ClientMessageDecoder decoder;
  private final Conversation conversation;

  DecodingDialogue(ClientMessageDecoder decoder, Conversation conversation) {
    this.decoder = decoder;
    this.conversation = conversation;
  }

  @Override
  public void text(String text) {
    try {
      conversation.receive(decoder.decode(text));
    } catch (ClientMessageDecoder.Undecodable e) {
      conversation.malformed(e.malformed());
    }
  }

  @Override
  public void tooLarge() {
    conversation.tooLarge();
  }

  @Override
  public void binary() {
    conversation.binary();
  }
}
