package chatroom.archive;

import chatroom.room.Archive.Day;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One page of the archive.
 *
 * <p>Thread safety: none; for one page, of which one method is called once.
 */
public final class ArchivePage {
  /** What is said instead of a page. */
  public enum Problem {
    /** There is none, or not for this reader. */
    NOT_FOUND,
    /** The address is none of the archive's. */
    WRONG_ADDRESS,
    /** It is for who has signed in. */
    SIGN_IN,
    /** It is only to be read. */
    ONLY_TO_BE_READ,
    /** Too much is going on. */
    LATER
  }

  private final Texts texts;
  private final Addresses addresses;
  private final Html html;

  /**
   * @param out what it is written to; not closed
   */
  public ArchivePage(Texts texts, Addresses addresses, Writer out) {
    this.texts = texts;
    this.addresses = addresses;
    this.html = new Html(out);
  }

  /** The rooms that can be read. */
  public void rooms(List<RoomCharter> rooms) throws IOException {
    begin(texts.of("archive"), Optional.empty());
    html.element("h1", texts.of("archive")).close("header").open("main").line();
    if (rooms.isEmpty()) {
      html.element("p", texts.of("no-rooms"));
    } else {
      html.open("ul", "class", "list").line();
      for (RoomCharter room : rooms) {
        item(room);
      }
      html.close("ul");
    }
    end();
  }

  private void item(RoomCharter room) throws IOException {
    html.open("li").open("a", "href", addresses.room(room.name()));
    name(room.name()).close("a");
    if (room.byInvitation()) {
      html.text(" ").element("span", texts.of("private"), "class", "tag");
    }
    if (!room.topic().isEmpty()) {
      html.element("p", room.topic(), "class", "hint", "dir", "auto");
    }
    html.close("li").line();
  }

  private Html name(RoomName room) throws IOException {
    return html.element("bdi", "#" + room.value());
  }

  /**
   * A room's days, the latest first.
   *
   * @param older the day before which there are more
   */
  public void room(RoomCharter room, List<Day> days, Optional<LocalDate> older) throws IOException {
    begin("#" + room.name().value() + " · " + texts.of("archive"), Optional.empty());
    html.open("h1");
    name(room.name()).close("h1");
    topic(room);
    html.close("header").open("main").line();
    if (days.isEmpty()) {
      html.element("p", texts.of("no-days"));
    } else {
      html.open("ol", "class", "list").line();
      for (Day day : days) {
        html.open("li").open("a", "href", addresses.day(room.name(), day.date(), 1));
        time(day.date()).close("a").close("li").line();
      }
      html.close("ol");
    }
    html.close("main").line();
    if (older.isPresent()) {
      html.open("nav", "class", "turn", "aria-label", texts.of("more-days"));
      html.element("a", texts.of("older"), "href", addresses.before(room.name(), older.get()));
      html.close("nav").line();
    }
    finish();
  }

  private void topic(RoomCharter room) throws IOException {
    if (!room.topic().isEmpty()) {
      html.element("p", room.topic(), "class", "topic", "dir", "auto");
    }
    if (room.archived()) {
      html.element("p", texts.of("closed"), "class", "hint");
    }
  }

  private Html time(LocalDate date) throws IOException {
    return html.element("time", texts.day(date), "datetime", date.toString());
  }

  /** A part of what was said on a day. */
  public void day(DayContents contents) throws IOException {
    RoomCharter room = contents.room();
    LocalDate date = contents.day().date();
    begin(texts.day(date) + " · #" + room.name().value(), Optional.of(room.name()));
    html.open("h1");
    name(room.name()).text(" · ");
    time(date).close("h1");
    topic(room);
    html.element("p", texts.of("utc"), "class", "hint").close("header").line();
    days(contents);
    html.open("main").line();
    new Messages(texts, addresses, html, contents).write();
    html.close("main").line();
    pages(contents);
    finish();
  }

  private void days(DayContents contents) throws IOException {
    if (contents.previous().isPresent() || contents.next().isPresent()) {
      html.open("nav", "class", "turn", "aria-label", texts.of("other-days"));
      turnTo(contents, contents.previous(), "prev");
      turnTo(contents, contents.next(), "next");
      html.close("nav").line();
    }
  }

  private void turnTo(DayContents contents, Optional<LocalDate> date, String rel)
      throws IOException {
    if (date.isPresent()) {
      String address = addresses.day(contents.room().name(), date.get(), 1);
      html.open("a", "rel", rel, "href", address);
      time(date.get()).close("a").line();
    }
  }

  private void pages(DayContents contents) throws IOException {
    long pages = DayContents.pages(contents.day());
    if (pages > 1) {
      html.open("nav", "class", "turn", "aria-label", texts.of("pages"));
      pageLink(contents, contents.page() - 1, pages, "earlier");
      html.element("span", texts.of("page", contents.page(), pages)).line();
      pageLink(contents, contents.page() + 1, pages, "later");
      html.close("nav").line();
    }
  }

  private void pageLink(DayContents contents, long page, long pages, String key)
      throws IOException {
    if (page >= 1 && page <= pages) {
      RoomName room = contents.room().name();
      String address = addresses.day(room, contents.day().date(), page);
      html.element("a", texts.of(key), "href", address).line();
    }
  }

  /** Why there is no page. */
  public void problem(Problem problem) throws IOException {
    String key = "problem-" + problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
    begin(texts.of(key), Optional.empty());
    html.element("h1", texts.of(key)).close("header").open("main");
    html.element("p", texts.of(key + "-hint"));
    end();
  }

  private void begin(String title, Optional<RoomName> room) throws IOException {
    html.doctype().open("html", "lang", texts.tag()).line();
    html.open("head").line().open("meta", "charset", "utf-8").line();
    html.element("title", title).line();
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    html.open("meta", "name", "color-scheme", "content", "light dark").line();
    if (addresses.icon().isPresent()) {
      html.open("link", "rel", "icon", "href", addresses.icon().get()).line();
    }
    html.open("link", "rel", "stylesheet", "href", addresses.style()).line();
    html.close("head").line().open("body").line();
    html.open("header").line().open("nav", "aria-label", texts.of("archive"));
    html.element("a", texts.of("all-rooms"), "href", addresses.rooms());
    if (room.isPresent()) {
      html.text(" ").open("a", "href", addresses.room(room.get()));
      name(room.get()).text(" – " + texts.of("all-days")).close("a");
    }
    if (addresses.chat().isPresent()) {
      html.text(" ").element("a", texts.of("chat"), "href", addresses.chat().get());
    }
    html.close("nav").line();
  }

  private void end() throws IOException {
    html.close("main").line();
    finish();
  }

  private void finish() throws IOException {
    html.close("body").close("html").line();
  }
}
