package chatroom.http;

import chatroom.room.Guests;
import chatroom.room.Unavailable;
import chatroom.room.Uploads;
import chatroom.storage.UploadFolder;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Shows what was said, without a script, to whoever may read it: below {@code archive/} there are
 * the rooms, their days and their images. All other requests go by.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class ArchiveFilter implements Filter {
  /** How many may read at the same time, how many of them from one address, and of one user. */
  private static final int PAGES = 32;

  private static final int PAGES_OF_ADDRESS = 16;
  private static final int PAGES_OF_USER = 8;
  private static final int IMAGES = 64;
  private static final int IMAGES_OF_ADDRESS = 32;
  private static final int IMAGES_OF_USER = 16;

  /** Nothing is run, and nothing loaded but a stylesheet and images of this application. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final Guests guests;
  private final VisitorRule rule;
  private final Acquaintance acquaintance;
  private final ArchiveAnswers answers;
  private final Optional<Downloading> images;
  private final Function<HttpServletRequest, ?> address;
  private final Places pages = new Places(PAGES, PAGES_OF_ADDRESS, PAGES_OF_USER);
  private final Places pictures = new Places(IMAGES, IMAGES_OF_ADDRESS, IMAGES_OF_USER);

  /**
   * @param rule whether a token is enough
   * @param acquaintance who asks without one
   * @param readable what is read, and by whom
   * @param folder where uploads are, if there are any
   * @param address where a request comes from, equal for those that share their places
   * @param nanoTime a clock in nanoseconds that never goes back
   */
  public ArchiveFilter(
      Guests guests,
      VisitorRule rule,
      Acquaintance acquaintance,
      ReadableArchive readable,
      Optional<UploadFolder> folder,
      Uploads known,
      Function<HttpServletRequest, ?> address,
      LongSupplier nanoTime) {
    this.guests = guests;
    this.rule = rule;
    this.acquaintance = acquaintance;
    this.answers = new ArchiveAnswers(readable, nanoTime);
    this.images = folder.map(it -> new Downloading(it, known, readable.access(), nanoTime));
    this.address = address;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String path = RequestPath.of(http);
    if (path.startsWith(ArchivePath.ROOT) || (path + "/").equals(ArchivePath.ROOT)) {
      answer(http, (HttpServletResponse) response, RequestPath.decoded(http));
    } else {
      chain.doFilter(request, response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Cache-Control", "private, no-store");
    try {
      if (!List.of("GET", "HEAD").contains(request.getMethod())) {
        response.setHeader("Allow", "GET, HEAD");
        throw new HttpRefusal(
            HttpServletResponse.SC_METHOD_NOT_ALLOWED, "invalid_request", "Only GET, HEAD");
      }
      answer(request, response, ArchivePath.parse(path));
    } catch (HttpRefusal e) {
      answers.refuse(e, request, response);
    } catch (Unavailable e) {
      answers.refuse(HttpRefusal.unavailable(), request, response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, ArchivePath path)
      throws HttpRefusal, Unavailable, IOException {
    Places places = path instanceof ArchivePath.Image ? pictures : pages;
    try (Places.Place place = places.take(address.apply(request))) {
      Visitor visitor = visitor(request);
      if (!visitor.equals(Visitor.STRANGER)) {
        place.of(visitor);
      }
      if (path instanceof ArchivePath.Image image) {
        images.orElseThrow(ArchivePath::nothing).give(request, response, visitor, image.id());
      } else {
        answers.give(request, response, visitor, path);
      }
    }
  }

  private Visitor visitor(HttpServletRequest request) throws HttpRefusal, Unavailable {
    if (Visitor.hasToken(request)) {
      return Visitor.of(request, guests, rule);
    }
    Optional<Long> known = acquaintance.known(request);
    if (known.isEmpty() && !acquaintance.admitsStranger(request)) {
      throw new HttpRefusal(
          HttpServletResponse.SC_UNAUTHORIZED, "auth_failed", "Only who has signed in may read");
    }
    return known.map(Visitor::new).orElse(Visitor.STRANGER);
  }
}
