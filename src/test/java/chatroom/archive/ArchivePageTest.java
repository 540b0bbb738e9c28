package chatroom.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Archive.Day;
import chatroom.room.Body;
import chatroom.room.ChatMessage;
import chatroom.room.MessageState;
import chatroom.room.Reaction;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the pages of the archive say, and that nobody can make them say something else. */
class ArchivePageTest {
  private static final Instant NOON = Instant.parse("2026-03-07T12:34:56.789Z");
  private static final LocalDate DATE = LocalDate.of(2026, 3, 7);
  private static final RoomCharter ROOM = RoomCharter.ofSettings(RoomName.GENERAL);
  private static final String HOSTILE = "</title></div><script>alert(1)</script><!--\"'&\0\u0085";
  private static final String HARMLESS =
      "&lt;/title&gt;&lt;/div&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!--&quot;&#39;&amp;"
          + "\uFFFD\uFFFD";

  private static ChatMessage message(long seq, String author, Body body, MessageState state) {
    return new ChatMessage(100 + seq, seq, RoomName.GENERAL, 7, author, body, NOON, state);
  }

  private static ChatMessage text(long seq, String author, String text) {
    return message(seq, author, Body.text(text), MessageState.UNCHANGED);
  }

  private static Body image(String url, String alt) {
    return new Body(alt, Optional.of(url), OptionalLong.empty(), Set.of(), false);
  }

  private static Body answer(long id, String text) {
    return new Body(text, Optional.empty(), OptionalLong.of(id), Set.of(), false);
  }

  private static DayContents contents(RoomCharter room, long page, ChatMessage... messages) {
    Map<Long, ChatMessage> known =
        List.of(messages).stream().collect(Collectors.toMap(ChatMessage::id, Function.identity()));
    return new DayContents(
        room,
        new Day(DATE, 1, 1_200),
        page,
        Optional.of(DATE.minusDays(3)),
        Optional.of(DATE.plusDays(1)),
        List.of(messages),
        known);
  }

  private interface Writing {
    void to(ArchivePage page) throws IOException;
  }

  private static String page(Writing writing) {
    StringWriter out = new StringWriter();
    try {
      writing.to(new ArchivePage(Texts.in(Locale.ENGLISH), new TestAddresses(), out));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString();
  }

  private static String day(ChatMessage... messages) {
    return page(it -> it.day(contents(ROOM, 1, messages)));
  }

  private static void assertHas(String page, String part) {
    assertTrue(page.contains(part), () -> part + " is not in " + page);
  }

  @Test
  void whateverSomebodyWritesIsText() {
    RoomCharter room = new RoomCharter(RoomName.GENERAL, HOSTILE, false, false, false, 1);
    ChatMessage answered = text(1, HOSTILE, HOSTILE);
    ChatMessage answer = message(2, "Ann", answer(101, "so"), MessageState.UNCHANGED);
    ChatMessage upload =
        message(3, "Ann", image("uploads/" + HOSTILE, HOSTILE), MessageState.UNCHANGED);
    ChatMessage elsewhere =
        message(4, "Ann", image("javascript:alert(1)//" + HOSTILE, HOSTILE), reacted(HOSTILE));
    for (String page :
        List.of(
            page(it -> it.day(contents(room, 1, answered, answer, upload, elsewhere))),
            page(it -> it.room(room, List.of(), Optional.empty())),
            page(it -> it.rooms(List.of(room))))) {
      assertFalse(page.contains("<script"), page);
      assertFalse(page.contains("<!--"), page);
      assertFalse(page.contains("href=\"javascript"), page);
      assertFalse(page.contains("\0"), page);
      assertHas(page, HARMLESS);
    }
  }

  private static MessageState reacted(String emoji) {
    return new MessageState(
        Optional.empty(), Optional.empty(), List.of(new Reaction(emoji, 3, false)));
  }

  @Test
  void aNameIsKeptFromTurningWhatStandsBesideIt() {
    assertHas(day(text(1, "\u202eeve", "x")), "<bdi>\u202eeve</bdi>");
    assertHas(day(text(1, "שלום", "x")), "<div class=\"text\" dir=\"auto\">x</div>");
  }

  @Test
  void aMessageSaysWhoAndWhenAndCanBeReferredTo() {
    String page = day(text(5, "Ann", "line\nline"));
    assertHas(page, "<li id=\"m105\">");
    assertHas(page, "<b><bdi>Ann</bdi></b>");
    assertHas(page, "<a href=\"#m105\"><time datetime=\"2026-03-07T12:34:56Z\">12:34</time></a>");
    assertHas(page, ">line\nline</div>");
    assertHas(page, "<html lang=\"en\">");
    assertHas(page, "<time datetime=\"2026-03-07\">Saturday, March 7, 2026</time></h1>");
  }

  @Test
  void whatBecameOfAMessageIsSaid() {
    ChatMessage edited =
        message(
            1,
            "Ann",
            Body.text("new"),
            new MessageState(Optional.of(NOON), Optional.empty(), List.of()));
    String page = day(edited, text(2, "Bob", "old").deleted(NOON));
    assertHas(page, "<span class=\"hint\">edited</span>");
    assertHas(page, "<p class=\"gone\">This message was deleted.</p>");
    assertHas(
        day(message(1, "Ann", Body.text("x"), reacted("👍"))),
        "<ul class=\"reactions\" aria-label=\"Reactions\"><li>👍 3</li></ul>");
  }

  @Test
  void anAnswerQuotesWhatItAnswersWhereverThatIs() {
    ChatMessage answered = text(1, "Ann", "x".repeat(139) + "👍👍");
    ChatMessage onNextPage = text(700, "Bob", "later");
    ChatMessage gone = message(3, "Eve", answer(999, "hm"), MessageState.UNCHANGED);
    String page =
        day(
            answered,
            message(2, "Bob", answer(101, "so"), MessageState.UNCHANGED),
            gone,
            onNextPage,
            message(4, "Ann", answer(800, "no"), MessageState.UNCHANGED));
    assertHas(page, "<a href=\"#m101\"><bdi>Ann</bdi></a> <span>" + "x".repeat(139) + "👍…</span>");
    assertHas(page, "<a href=\"day general 2026-03-07 2#m800\"><bdi>Bob</bdi></a>");
    assertHas(page, "An answer to a message that is gone.");
  }

  @Test
  void anImageOfThisServerIsShownAndOneOfAnotherPlaceIsNamed() {
    String page =
        day(
            message(1, "Ann", image("uploads/abc", "a cat"), MessageState.UNCHANGED),
            message(2, "Ann", image("uploads/gone", "a dog"), MessageState.UNCHANGED),
            message(3, "Ann", image("https://a.example/x.png", ""), MessageState.UNCHANGED));
    assertHas(page, "<img src=\"image general abc\" alt=\"a cat\"");
    assertHas(page, "<p class=\"gone\">An image that is gone: a dog</p>");
    assertHas(page, "<a href=\"https://a.example/x.png\"");
    assertEquals(page.indexOf("<img"), page.lastIndexOf("<img"));
  }

  @Test
  void oneGoesFromDayToDayAndFromPageToPage() {
    String page = page(it -> it.day(contents(ROOM, 2, text(501, "Ann", "x"))));
    assertHas(page, "<a rel=\"prev\" href=\"day general 2026-03-04 1\">");
    assertHas(page, "<a rel=\"next\" href=\"day general 2026-03-08 1\">");
    assertHas(page, "<a href=\"day general 2026-03-07 1\">Earlier</a>");
    assertHas(page, "<span>Page 2 of 3</span>");
    assertHas(page, "<a href=\"day general 2026-03-07 3\">Later</a>");
  }

  @Test
  void aRoomWithoutMessagesSaysSo() {
    assertHas(
        page(it -> it.room(ROOM, List.of(), Optional.empty())), "Nothing has been said here yet.");
    assertHas(day(), "Nothing that was said is left on this page.");
  }

  /** Where things are, in words. */
  private static final class TestAddresses implements Addresses {
    @Override
    public String style() {
      return "style";
    }

    @Override
    public Optional<String> icon() {
      return Optional.empty();
    }

    @Override
    public Optional<String> chat() {
      return Optional.empty();
    }

    @Override
    public String rooms() {
      return "rooms";
    }

    @Override
    public String room(RoomName room) {
      return "room " + room;
    }

    @Override
    public String before(RoomName room, LocalDate date) {
      return "before " + room + " " + date;
    }

    @Override
    public String day(RoomName room, LocalDate date, long page) {
      return "day " + room + " " + date + " " + page;
    }

    @Override
    public Optional<String> image(RoomName room, String id) {
      return id.equals("gone") ? Optional.empty() : Optional.of("image " + room + " " + id);
    }
  }
}
