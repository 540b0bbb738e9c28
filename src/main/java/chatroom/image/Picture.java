package chatroom.image;

/**
 * What is known of a picture.
 *
 * @param width as it is shown, hence after it was turned as its orientation says
 * @param height as it is shown
 */
public record Picture(ImageType type, int width, int height) {}
