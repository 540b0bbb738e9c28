package chatroom.http;

import chatroom.account.ResumeToken;
import chatroom.room.Guests;
import chatroom.room.Guests.Guest;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whoever made a request: a user, proven by the token that the socket's {@code welcome} gave. There
 * are no cookies, so no foreign page can make a browser say it.
 *
 * <p>Thread safety: immutable.
 */
record Visitor(long userId) {
  /** Somebody of whom nothing is known, and who is nobody's guest, owner or moderator. */
  static final Visitor STRANGER = new Visitor(-1);

  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+)");
  private static final Pattern PRIVATE = Pattern.compile("@([0-9]{1,18})");

  /**
   * @throws HttpRefusal if nobody is proven
   * @throws Unavailable if that cannot be found out now
   */
  static Visitor of(HttpServletRequest request, Guests guests, VisitorRule rule)
      throws HttpRefusal, Unavailable {
    Optional<ResumeToken> token =
        Optional.ofNullable(request.getHeader("Authorization"))
            .map(BEARER::matcher)
            .filter(Matcher::matches)
            .flatMap(bearer -> ResumeToken.parse(bearer.group(1)));
    Optional<Guest> guest = token.isPresent() ? guests.find(token.get().hash()) : Optional.empty();
    if (guest.isEmpty() || !rule.admits(request, guest.get().id())) {
      throw new HttpRefusal(
          HttpServletResponse.SC_UNAUTHORIZED,
          "auth_failed",
          "A resume_token is needed as bearer token");
    }
    return new Visitor(guest.get().id());
  }

  /** Whether somebody claims to be proven by a token. */
  static boolean hasToken(HttpServletRequest request) {
    String said = request.getHeader("Authorization");
    return said != null && BEARER.matcher(said).matches();
  }

  /** The room that this user calls by that name, whether there is one or not. */
  Optional<RoomName> room(String name) {
    if (!RoomName.namesPrivateChat(name)) {
      return Optional.of(new RoomName(name));
    }
    Matcher other = PRIVATE.matcher(name);
    return other.matches()
        ? Optional.of(RoomName.between(userId, Long.parseLong(other.group(1))))
        : Optional.empty();
  }
}
