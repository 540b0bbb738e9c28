package chatroom.image;

import java.util.Locale;

/** The kinds of pictures that are taken. */
public enum ImageType {
  PNG,
  JPEG,
  GIF,
  WEBP;

  /** What HTTP calls it. */
  public String mediaType() {
    return "image/" + extension();
  }

  /** How the name of a file of it ends. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
