package chatroom.app;

import chatroom.endpoint.RequestLogin;
import chatroom.http.VisitorRule;
import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Directory;
import chatroom.room.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Whose token is worth something: a guest's only where guests may be, and that of a user for whom
 * the container vouches only while it does.
 *
 * <p>Thread safety: immutable.
 *
 * @param signInRequired whether nobody may be here who has not signed in
 */
record UploadVisitors(
    Accounts accounts, Directory directory, RequestLogin logins, boolean signInRequired)
    implements VisitorRule {

  @Override
  public boolean admits(HttpServletRequest request, long userId) throws Unavailable {
    if (!directory.isRegistered(userId)) {
      return !signInRequired;
    }
    Optional<Account> account = accounts.of(userId);
    return account.isPresent()
        && (!account.get().isVouchedFor()
            || logins.of(request).filter(it -> it.owns(account.get())).isPresent());
  }
}
