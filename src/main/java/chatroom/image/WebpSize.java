package chatroom.image;

/** How large a WebP, or a frame of it, is. */
record WebpSize(int width, int height) {
  private static final int LOSSY_START = 10;
  private static final int LOSSLESS_START = 5;
  private static final int FOURTEEN_BITS = 0x3FFF;

  /**
   * The size that compressed pixels have.
   *
   * @param type that of their chunk
   * @param start their first bytes
   */
  static WebpSize of(String type, byte[] start) throws BadImage {
    return type.equals("VP8L") ? lossless(start) : lossy(start);
  }

  /** How many bytes of compressed pixels tell of it. */
  static int start(String type) {
    return type.equals("VP8L") ? LOSSLESS_START : LOSSY_START;
  }

  private static WebpSize lossy(byte[] start) throws BadImage {
    boolean begins =
        (start[0] & 1) == 0
            && start[3] == (byte) 0x9D
            && start[4] == (byte) 0x01
            && start[5] == (byte) 0x2A;
    if (!begins) {
      throw BadImage.broken("its pixels cannot be unpacked");
    }
    return new WebpSize(
        LittleEndian.u16(start, 6) & FOURTEEN_BITS, LittleEndian.u16(start, 8) & FOURTEEN_BITS);
  }

  private static WebpSize lossless(byte[] start) throws BadImage {
    long bits = LittleEndian.u16(start, 1) | (long) LittleEndian.u16(start, 3) << 16;
    if (start[0] != 0x2F || bits >>> 29 != 0) {
      throw BadImage.broken("its pixels cannot be unpacked");
    }
    return new WebpSize(1 + (int) (bits & FOURTEEN_BITS), 1 + (int) (bits >>> 14 & FOURTEEN_BITS));
  }

  Bounds bounds() throws BadImage {
    return new Bounds(width, height);
  }
}
