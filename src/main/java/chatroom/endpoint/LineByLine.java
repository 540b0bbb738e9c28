package chatroom.endpoint;

import chatroom.conversation.Dialogue;
import chatroom.wire.Utf8;
import java.util.function.BooleanSupplier;

/**
 * Hears a frame of {@code chat.v1} as if each of its lines had come by itself: one that is too
 * large takes nothing from the others, and empty ones say nothing.
 *
 * <p>Thread safety: as that of the dialogue.
 */
final class LineByLine implements Dialogue {
  private final Dialogue dialogue;
  private final int maxLineBytes;
  private final BooleanSupplier over;

  /**
   * @param dialogue hears the lines
   * @param maxLineBytes the largest line, in bytes of UTF-8
   * @param over whether nobody listens any more; looked at before each line
   */
  LineByLine(Dialogue dialogue, int maxLineBytes, BooleanSupplier over) {
    this.dialogue = dialogue;
    this.maxLineBytes = maxLineBytes;
    this.over = over;
  }

  @Override
  public void text(String frame) {
    for (String line : frame.split("\n", -1)) {
      if (over.getAsBoolean()) {
        return;
      }
      hear(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
  }

  private void hear(String line) {
    if (Utf8.length(line) > maxLineBytes) {
      dialogue.tooLarge();
    } else if (!line.isEmpty()) {
      dialogue.text(line);
    }
  }

  @Override
  public void tooLarge() {
    dialogue.tooLarge();
  }

  @Override
  public void binary() {
    dialogue.binary();
  }
}
