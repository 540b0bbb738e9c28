package chatroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** An upload into {@code general} and its answer, without a container. */
final class Exchange {
  private final String token;
  private final long length;
  private final InputStream body;
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  private int status;

  Exchange(String token, long length, InputStream body) {
    this.token = token;
    this.length = length;
    this.body = body;
  }

  HttpServletRequest request() {
    return proxy(HttpServletRequest.class, this::asked);
  }

  HttpServletResponse response() {
    return proxy(HttpServletResponse.class, this::told);
  }

  /** Status and body of the answer. */
  String answer() {
    return status + " " + answer.toString(UTF_8);
  }

  private interface Method {
    @Nullable Object call(String name, Object argument);
  }

  private static <T> T proxy(Class<T> type, Method method) {
    return type.cast(
        Proxy.newProxyInstance(
            Exchange.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) ->
                method.call(called.getName(), arguments == null ? "" : arguments[0])));
  }

  private @Nullable Object asked(String method, Object name) {
    return switch (method) {
      case "getServletPath" -> "/uploads";
      case "getMethod" -> "POST";
      case "getQueryString" -> "room=general";
      case "getHeader" -> name.equals("Authorization") ? "Bearer " + token : null;
      case "getContentLengthLong" -> length;
      case "getInputStream" -> new Body();
      case "getPathInfo", "getContentType", "removeAttribute" -> null;
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private @Nullable Object told(String method, Object argument) {
    if (method.equals("setStatus")) {
      status = (Integer) argument;
    }
    return method.equals("getOutputStream") ? new Answer() : null;
  }

  private final class Body extends ServletInputStream {
    @Override
    public int read() throws IOException {
      return body.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      return body.read(bytes, offset, count);
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Answer extends ServletOutputStream {
    @Override
    public void write(int next) {
      answer.write(next);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
