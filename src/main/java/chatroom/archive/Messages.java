package chatroom.archive;

import chatroom.room.ChatMessage;
import chatroom.room.Reaction;
import chatroom.room.Uploads;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Writes the messages of a page, each as it is now.
 *
 * <p>Thread safety: none; for one page.
 */
final class Messages {
  private static final int QUOTED_CHARS = 140;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
  private static final Pattern WEB = Pattern.compile("(?i)https?://.*");

  private final Texts texts;
  private final Addresses addresses;
  private final Html html;
  private final DayContents contents;

  Messages(Texts texts, Addresses addresses, Html html, DayContents contents) {
    this.texts = texts;
    this.addresses = addresses;
    this.html = html;
    this.contents = contents;
  }

  void write() throws IOException {
    if (contents.messages().isEmpty()) {
      html.element("p", texts.of("no-messages"));
      return;
    }
    html.open("ol", "class", "log").line();
    for (ChatMessage message : contents.messages()) {
      write(message);
    }
    html.close("ol").line();
  }

  private void write(ChatMessage message) throws IOException {
    html.open("li", "id", anchor(message)).open("p", "class", "head");
    html.open("b").element("bdi", message.authorName()).close("b").text(" ");
    html.open("a", "href", "#" + anchor(message));
    time(message.sentAt()).close("a");
    Optional<Instant> edited = message.state().editedAt();
    if (edited.isPresent()) {
      html.text(" ").element("span", texts.of("edited"), "class", "hint");
    }
    html.close("p").line();
    if (message.isDeleted()) {
      html.element("p", texts.of("deleted"), "class", "gone");
    } else {
      answered(message.body().replyTo());
      body(message);
      reactions(message.state().reactions());
    }
    html.close("li").line();
  }

  private static String anchor(ChatMessage message) {
    return "m" + message.id();
  }

  private Html time(Instant when) throws IOException {
    String exact = when.truncatedTo(ChronoUnit.SECONDS).toString();
    return html.element("time", CLOCK.format(when), "datetime", exact);
  }

  private void answered(OptionalLong id) throws IOException {
    if (id.isEmpty()) {
      return;
    }
    html.open("blockquote", "dir", "auto");
    Optional<ChatMessage> message = Optional.ofNullable(contents.answered().get(id.getAsLong()));
    if (message.isPresent()) {
      html.open("a", "href", addressOf(message.get()));
      html.element("bdi", message.get().authorName()).close("a").text(" ");
      html.element("span", quoted(message.get()));
    } else {
      html.text(texts.of("answered-gone"));
    }
    html.close("blockquote").line();
  }

  private String addressOf(ChatMessage message) {
    String anchor = "#" + anchor(message);
    long page = contents.pageOf(message);
    return contents.isOfThisDay(message) && page == contents.page()
        ? anchor
        : addresses.day(message.room(), contents.dateOf(message), page) + anchor;
  }

  private String quoted(ChatMessage message) {
    String text = message.isDeleted() ? texts.of("deleted") : message.text().strip();
    if (text.isEmpty()) {
      return texts.of("image");
    }
    return text.codePointCount(0, text.length()) <= QUOTED_CHARS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, QUOTED_CHARS)) + "…";
  }

  private void body(ChatMessage message) throws IOException {
    Optional<String> url = message.body().imageUrl();
    Optional<String> upload = Uploads.idIn(url);
    if (upload.isPresent()) {
      upload(message, addresses.image(message.room(), upload.get()));
    } else if (url.isPresent()) {
      elsewhere(message, url.get());
    } else {
      html.open("div", "class", "text", "dir", "auto");
      Links.write(html, message.text());
      html.close("div").line();
    }
  }

  private void upload(ChatMessage message, Optional<String> address) throws IOException {
    String alt = message.text().isBlank() ? texts.of("image") : message.text();
    if (address.isPresent()) {
      html.open("p", "class", "picture");
      html.open("a", "href", address.get());
      html.open("img", "src", address.get(), "alt", alt, "loading", "lazy").close("a");
      html.close("p").line();
    } else {
      html.element("p", texts.of("image-gone", alt), "class", "gone");
    }
  }

  /** An image of another place is not loaded: that place would learn who reads, and when. */
  private void elsewhere(ChatMessage message, String url) throws IOException {
    html.open("div", "class", "text", "dir", "auto").text(texts.of("image") + ": ");
    if (!message.text().isBlank()) {
      html.element("bdi", message.text()).text(" ");
    }
    if (WEB.matcher(url).matches()) {
      html.element("a", url, "href", url, "rel", "nofollow noopener noreferrer");
    } else {
      html.text(url);
    }
    html.close("div").line();
  }

  private void reactions(List<Reaction> reactions) throws IOException {
    if (reactions.isEmpty()) {
      return;
    }
    html.open("ul", "class", "reactions", "aria-label", texts.of("reactions"));
    for (Reaction reaction : reactions) {
      html.element("li", reaction.emoji() + " " + reaction.count());
    }
    html.close("ul").line();
  }
}
