package chatroom.app;

import chatroom.conversation.Discipline;
import chatroom.endpoint.RequestLogin;
import chatroom.endpoint.RequestSource;
import chatroom.endpoint.TicketVisits;
import chatroom.http.VisitorRule;
import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Directory;
import chatroom.room.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Whose token is worth something: a guest's only where guests may be, and from where they may come;
 * that of a user for whom the container vouches only while it does, or while they are here by a
 * ticket; and nobody's who is banned.
 *
 * <p>Thread safety: immutable.
 *
 * @param source from where a request comes
 * @param visits who is here by a ticket
 * @param signInRequired whether nobody may be here who has not signed in
 */
record TokenVisitors(
    Accounts accounts,
    Directory directory,
    Discipline discipline,
    RequestLogin logins,
    RequestSource source,
    TicketVisits visits,
    boolean signInRequired)
    implements VisitorRule {

  @Override
  public boolean admits(HttpServletRequest request, long userId) throws Unavailable {
    if (discipline.isBanned(userId)) {
      return false;
    }
    if (!directory.isRegistered(userId)) {
      return !signInRequired && !discipline.isBannedFrom(source.address(request));
    }
    Optional<Account> account = accounts.of(userId);
    return account.isPresent()
        && (!account.get().isVouchedFor()
            || logins.of(request).filter(it -> it.owns(account.get())).isPresent()
            || visits.isHere(it -> it.owns(account.get())));
  }
}
