package chatroom.http;

import chatroom.room.Guests;
import chatroom.room.RoomAccess;
import chatroom.room.Unavailable;
import chatroom.room.Uploads;
import chatroom.storage.UploadFolder;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * {@code POST uploads?room=…} and {@code GET uploads/<id>}, for whoever shows a token; everything
 * else goes by. Each refusal is an object with a code and a message.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class UploadFilter implements Filter {
  private static final String ALL = "/uploads";
  private static final String ONE = ALL + "/";

  /** How many may upload at the same time, and how many of them from one address. */
  private static final int UPLOADS = 32;

  private static final int UPLOADS_OF_ADDRESS = 8;
  private static final int UPLOADS_OF_USER = 2;
  private static final int DOWNLOADS = 64;
  private static final int DOWNLOADS_OF_ADDRESS = 32;
  private static final int DOWNLOADS_OF_USER = 16;

  private final Guests guests;
  private final VisitorRule rule;
  private final Uploading uploading;
  private final Downloading downloading;
  private final Predicate<HttpServletRequest> admitted;
  private final Function<HttpServletRequest, ?> address;
  private final LongSupplier nanoTime;
  private final Places uploads = new Places(UPLOADS, UPLOADS_OF_ADDRESS, UPLOADS_OF_USER);
  private final Places downloads = new Places(DOWNLOADS, DOWNLOADS_OF_ADDRESS, DOWNLOADS_OF_USER);

  /**
   * @param rule whether a token is enough
   * @param admitted whether the page that a request comes from may ask
   * @param address where a request comes from, equal for those that share their places
   * @param nanoTime a clock in nanoseconds that never goes back
   */
  public UploadFilter(
      Guests guests,
      VisitorRule rule,
      UploadFolder folder,
      Uploads known,
      RoomAccess access,
      UploadTerms terms,
      Predicate<HttpServletRequest> admitted,
      Function<HttpServletRequest, ?> address,
      LongSupplier nanoTime) {
    this.guests = guests;
    this.rule = rule;
    this.uploading = new Uploading(folder, known, access, terms, nanoTime);
    this.downloading = new Downloading(folder, known, access, nanoTime);
    this.admitted = admitted;
    this.address = address;
    this.nanoTime = nanoTime;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String path = RequestPath.of(http);
    if (path.equals(ALL) || path.startsWith(ONE)) {
      answer(http, (HttpServletResponse) response, path);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    try {
      if (!admitted.test(request)) {
        throw new HttpRefusal(
            HttpServletResponse.SC_FORBIDDEN, "not_allowed", "Pages of this origin may not ask");
      } else if (path.equals(ALL)) {
        upload(request, response);
      } else {
        download(request, response, path.substring(ONE.length()));
      }
    } catch (HttpRefusal e) {
      refuse(e, request, response);
    } catch (Unavailable e) {
      refuse(HttpRefusal.unavailable(), request, response);
    }
  }

  private void refuse(HttpRefusal why, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    UnreadBody rest = new UnreadBody(request, nanoTime);
    if (why.isLast() || rest.isTooMuch()) {
      response.setHeader("Connection", "close");
      // When a read has failed, Tomcat answers itself, and would tell where in here that was.
      request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
    }
    why.answer(response);
    response.flushBuffer();
    // Tomcat keeps the answer back until here once a read has failed.
    if (!why.isLast()) {
      rest.forget();
    }
  }

  private void upload(HttpServletRequest request, HttpServletResponse response)
      throws HttpRefusal, Unavailable, IOException {
    require(request, response, "POST");
    try (Places.Place place = uploads.take(address.apply(request))) {
      Visitor visitor = Visitor.of(request, guests, rule);
      place.of(visitor);
      uploading.take(request, response, visitor);
    }
  }

  private void download(HttpServletRequest request, HttpServletResponse response, String id)
      throws HttpRefusal, Unavailable, IOException {
    require(request, response, "GET", "HEAD");
    try (Places.Place place = downloads.take(address.apply(request))) {
      Visitor visitor = Visitor.of(request, guests, rule);
      place.of(visitor);
      downloading.give(request, response, visitor, id);
    }
  }

  private static void require(
      HttpServletRequest request, HttpServletResponse response, String... methods)
      throws HttpRefusal {
    String allowed = String.join(", ", methods);
    if (!List.of(methods).contains(request.getMethod())) {
      response.setHeader("Allow", allowed);
      throw new HttpRefusal(
          HttpServletResponse.SC_METHOD_NOT_ALLOWED, "invalid_request", "Only " + allowed);
    }
  }
}
