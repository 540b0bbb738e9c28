package chatroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatroom.archive.Addresses;
import chatroom.archive.ArchivePage;
import chatroom.archive.ArchivePage.Problem;
import chatroom.archive.DayContents;
import chatroom.archive.Texts;
import chatroom.room.Archive;
import chatroom.room.Archive.Day;
import chatroom.room.RoomCharter;
import chatroom.room.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The pages of the archive as answers, in the language that the browser asks for.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class ArchiveAnswers {
  /** How many days a list of them has. */
  private static final int DAYS = 50;

  private final ReadableArchive readable;
  private final LongSupplier nanoTime;
  private final Map<Locale, Texts> texts =
      Texts.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), Texts::in));

  ArchiveAnswers(ReadableArchive readable, LongSupplier nanoTime) {
    this.readable = readable;
    this.nanoTime = nanoTime;
  }

  /** Something that is said on a page. */
  @FunctionalInterface
  private interface Contents {
    void write(ArchivePage page) throws IOException;
  }

  /** What is at that address, for a visitor. */
  void give(
      HttpServletRequest request, HttpServletResponse response, Visitor visitor, ArchivePath path)
      throws HttpRefusal, Unavailable, IOException {
    Optional<String> moved =
        path instanceof ArchivePath.Folder it ? Optional.of(it.name()) : Optional.empty();
    if (moved.isPresent()) {
      response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
      response.setHeader("Location", Addresses.encoded(moved.get()) + "/");
    } else {
      send(request, response, HttpServletResponse.SC_OK, contents(request, visitor, path));
    }
  }

  private Contents contents(HttpServletRequest request, Visitor visitor, ArchivePath path)
      throws HttpRefusal, Unavailable {
    if (path instanceof ArchivePath.Days it) {
      return days(request, readable.room(visitor, it.room()));
    } else if (path instanceof ArchivePath.OneDay it) {
      return day(request, readable.room(visitor, it.room()), it.date());
    }
    List<RoomCharter> rooms = readable.rooms(visitor);
    return page -> page.rooms(rooms);
  }

  private Contents days(HttpServletRequest request, RoomCharter room)
      throws HttpRefusal, Unavailable {
    Optional<String> asked = Query.parameter(request, "before");
    LocalDate before = asked.isPresent() ? ArchivePath.date(asked.get()) : LocalDate.MAX;
    List<Day> days = readable.archive().daysBefore(room.name(), before, DAYS + 1);
    List<Day> shown = days.subList(0, Math.min(DAYS, days.size()));
    Optional<LocalDate> older =
        days.size() > DAYS ? Optional.of(days.get(DAYS - 1).date()) : Optional.empty();
    return page -> page.room(room, shown, older);
  }

  private Contents day(HttpServletRequest request, RoomCharter room, LocalDate date)
      throws HttpRefusal, Unavailable {
    Optional<String> asked = Query.parameter(request, "page");
    long number = asked.isPresent() ? ArchivePath.page(asked.get()) : 1;
    Archive archive = readable.archive();
    List<Day> days = archive.daysBefore(room.name(), date.plusDays(1), 2);
    if (days.isEmpty()
        || !days.get(0).date().equals(date)
        || number > DayContents.pages(days.get(0))) {
      throw ArchivePath.nothing();
    }
    DayContents contents =
        DayContents.read(
            archive,
            room,
            days.get(0),
            number,
            days.stream().skip(1).map(Day::date).findFirst(),
            archive.dayAfter(room.name(), date));
    return page -> page.day(contents);
  }

  /** Says why there is no page. */
  void refuse(HttpRefusal why, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    why.announce(response);
    send(request, response, why.status(), page -> page.problem(problem(why)));
  }

  private static Problem problem(HttpRefusal why) {
    return switch (why.status()) {
      case HttpServletResponse.SC_NOT_FOUND -> Problem.NOT_FOUND;
      case HttpServletResponse.SC_UNAUTHORIZED -> Problem.SIGN_IN;
      case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> Problem.ONLY_TO_BE_READ;
      case HttpServletResponse.SC_BAD_REQUEST -> Problem.WRONG_ADDRESS;
      default -> Problem.LATER;
    };
  }

  private void send(
      HttpServletRequest request, HttpServletResponse response, int status, Contents contents)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Vary", "Accept-Language");
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    PacedOutput out = new PacedOutput(response.getOutputStream(), new Pace(nanoTime));
    // It is the container that closes the answer.
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    ServedAddresses addresses = ServedAddresses.from(RequestPath.of(request));
    contents.write(new ArchivePage(texts(request), addresses, writer));
    writer.flush();
  }

  /** A container would take the machine's language for that of who names none. */
  private Texts texts(HttpServletRequest request) {
    List<Locale> wanted =
        request.getHeader("Accept-Language") == null
            ? List.of()
            : Collections.list(request.getLocales());
    return Objects.requireNonNull(texts.get(Texts.choose(wanted)));
  }
}
