package chatroom.image;

/** Numbers whose low byte comes first, within bytes. */
final class LittleEndian {
  private LittleEndian() {}

  static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | ((bytes[at + 1] & 0xFF) << 8);
  }

  static int u24(byte[] bytes, int at) {
    return u16(bytes, at) | ((bytes[at + 2] & 0xFF) << 16);
  }
}
