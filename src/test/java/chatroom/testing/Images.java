package chatroom.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Pictures, made by the JDK or read from the resources, and what they can be spoilt with. */
public final class Images {
  public static final int WIDTH = 48;
  public static final int HEIGHT = 32;

  private static final int SIGNATURE = 8;

  private Images() {}

  /** A picture with something to see in it. */
  public static BufferedImage picture(int kind) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, kind);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.setRGB(x, y, 0xFF000000 | (x * 5) << 16 | (y * 7) << 8 | ((x ^ y) * 4));
      }
    }
    return picture;
  }

  public static byte[] png() {
    return encoded(picture(BufferedImage.TYPE_INT_ARGB), "png");
  }

  public static byte[] jpeg() {
    return encoded(picture(BufferedImage.TYPE_INT_RGB), "jpg");
  }

  public static byte[] gif() {
    return encoded(picture(BufferedImage.TYPE_BYTE_INDEXED), "gif");
  }

  /** The JDK's writer makes a file of it. */
  public static byte[] encoded(BufferedImage picture, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, format, out)) {
        throw new AssertionError("no writer for " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A GIF of so many frames that begins anew for ever and has a comment. */
  public static byte[] movingGif(int frames) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < frames; i++) {
        BufferedImage frame = picture(BufferedImage.TYPE_BYTE_INDEXED);
        Graphics2D graphics = frame.createGraphics();
        graphics.setColor(new Color(80 * i % 256, 200, 30));
        graphics.fillRect(10 * i % WIDTH, 5, 12, 12);
        graphics.dispose();
        writer.writeToSequence(new IIOImage(frame, List.of(), frameData(writer, frame)), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadata frameData(ImageWriter writer, BufferedImage frame) throws IOException {
    IIOMetadata data = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
    String format = data.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) data.getAsTree(format);
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(new byte[] {1, 0, 0});
    IIOMetadataNode loops = new IIOMetadataNode("ApplicationExtensions");
    loops.appendChild(loop);
    root.appendChild(loops);
    IIOMetadataNode comment = new IIOMetadataNode("CommentExtension");
    comment.setAttribute("value", "SecretComment");
    IIOMetadataNode comments = new IIOMetadataNode("CommentExtensions");
    comments.appendChild(comment);
    root.appendChild(comments);
    data.setFromTree(format, root);
    return data;
  }

  /** A file of the test resources. */
  public static byte[] resource(String name) {
    try (InputStream in = Images.class.getResourceAsStream("/images/" + name)) {
      if (in == null) {
        throw new AssertionError("no such resource: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the JDK sees in a file. */
  public static BufferedImage decoded(byte[] file) {
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
      if (picture == null) {
        throw new AssertionError("not a picture");
      }
      return picture;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A chunk as it is in a PNG, its checksum right. */
  public static byte[] pngChunk(String type, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(type.getBytes(ISO_8859_1));
    sum.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(type.getBytes(ISO_8859_1))
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }

  /** A PNG of these chunks. */
  public static byte[] pngOf(byte[]... chunks) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(png(), 0, SIGNATURE);
    for (byte[] chunk : chunks) {
      png.writeBytes(chunk);
    }
    return png.toByteArray();
  }

  /** The header of a PNG of 8 bits, red, green and blue. */
  public static byte[] pngHeader(int width, int height) {
    return pngChunk(
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array());
  }

  /** A PNG that says it is so large and has so many zeros packed in it. */
  public static byte[] pngOfZeros(int width, int height, long zeros) {
    return pngOf(
        pngHeader(width, height),
        pngChunk("IDAT", deflatedZeros(zeros)),
        pngChunk("IEND", new byte[0]));
  }

  private static byte[] deflatedZeros(long count) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    for (long left = count; left > 0; left -= Math.min(left, 1 << 20)) {
      deflater.setInput(new byte[(int) Math.min(left, 1 << 20)]);
      if (left <= 1 << 20) {
        deflater.finish();
      }
      for (int n = deflater.deflate(piece); n > 0; n = deflater.deflate(piece)) {
        packed.write(piece, 0, n);
      }
    }
    deflater.end();
    return packed.toByteArray();
  }

  /** One after the other. */
  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Whether the text is somewhere in the file, as it would be read there. */
  public static boolean mentions(byte[] file, String text) {
    return new String(file, ISO_8859_1).contains(text);
  }
}
