package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.room.Account;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * How a client becomes the user for whom the container or a proxy vouches: it is that user's
 * connection, whatever it says itself.
 *
 * <p>Thread safety: confined to the lane.
 */
final class LoggingIn {
  private final Chat chat;
  private final BiConsumer<Account, Optional<ResumeToken>> known;
  private final Runnable turnedAway;

  /**
   * @param known told whose account it is, and what the user is known by on return, if by anything
   * @param turnedAway runs instead if that cannot be found out now
   */
  LoggingIn(Chat chat, BiConsumer<Account, Optional<ResumeToken>> known, Runnable turnedAway) {
    this.chat = chat;
    this.known = known;
    this.turnedAway = turnedAway;
  }

  /**
   * It is that one.
   *
   * @param shown the token that the client said, which stays if it is the user's
   * @param returns whether the user is to be known by a token
   */
  void as(Login login, Optional<ResumeToken> shown, boolean returns) {
    chat.logins()
        .find(
            login,
            account -> {
              Account entitled = login.entitled(account);
              if (returns) {
                shown.ifPresentOrElse(token -> withToken(entitled, token), () -> anew(entitled));
              } else {
                known.accept(entitled, Optional.empty());
              }
            },
            turnedAway);
  }

  private void withToken(Account account, ResumeToken token) {
    chat.guestbook()
        .find(
            token,
            found -> {
              if (found.filter(guest -> guest.id() == account.id()).isPresent()) {
                chat.guestbook().seen(account.id(), token.hash());
                known.accept(account, Optional.of(token));
              } else {
                anew(account);
              }
            },
            turnedAway);
  }

  private void anew(Account account) {
    ResumeToken fresh = chat.guestbook().freshToken();
    chat.signIns()
        .keep(account.id(), fresh, () -> known.accept(account, Optional.of(fresh)), turnedAway);
  }
}
