package chatroom.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sends the files of the page from memory, compressed for whoever takes that: a stock Tomcat does
 * not compress. A browser that has a file already is told so. All other requests go by.
 *
 * <p>Thread safety: immutable.
 */
public final class PageFilter implements Filter {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern REFUSED = Pattern.compile(".*;\\s*q=0(\\.0*)?\\s*");

  /** RFC 8246. Not for caches that several people share: not everybody may have the page. */
  private static final String LASTING = "private, max-age=31536000, immutable";

  private final PageFiles files;

  public PageFilter(PageFiles files) {
    this.files = files;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    boolean reads = List.of("GET", "HEAD").contains(http.getMethod());
    Optional<PageFiles.Sent> file = reads ? files.at(RequestPath.of(http)) : Optional.empty();
    if (file.isPresent()) {
      send(file.get(), http, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void send(
      PageFiles.Sent sent, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PageFile file = sent.forWhoTakes(takesGzip(request));
    response.setHeader("ETag", file.etag());
    response.addHeader("Vary", "Accept-Encoding");
    if (sent.lasting()) {
      response.setHeader("Cache-Control", LASTING);
    }
    if (knows(request, file.etag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(sent.type());
    if (file.gzip()) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentLength(file.bytes().length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(file.bytes());
    }
  }

  /** RFC 9110, 12.5.3, as far as there is a choice between gzip and nothing. */
  private static boolean takesGzip(HttpServletRequest request) {
    Optional<String> any = Optional.empty();
    for (String coding : listed(request, "Accept-Encoding")) {
      String name = coding.split(";", 2)[0].strip();
      if (name.equalsIgnoreCase("gzip") || name.equalsIgnoreCase("x-gzip")) {
        return !REFUSED.matcher(coding).matches();
      } else if (name.equals("*")) {
        any = Optional.of(coding);
      }
    }
    return any.filter(coding -> !REFUSED.matcher(coding).matches()).isPresent();
  }

  /** RFC 9110, 13.1.2: compared weakly, for a proxy may have made the tag a weak one. */
  private static boolean knows(HttpServletRequest request, String etag) {
    return listed(request, "If-None-Match").stream()
        .anyMatch(it -> it.equals("*") || it.equals(etag) || it.equals("W/" + etag));
  }

  private static List<String> listed(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(line -> COMMA.splitAsStream(line.strip()))
        .toList();
  }
}
