package chatroom.app;

import chatroom.conversation.Lockdown;
import chatroom.conversation.Login;
import chatroom.http.Acquaintance;
import chatroom.room.Account;
import chatroom.room.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who asks without a token: whom the container or a trusted proxy vouches for is known by their
 * account, if they have been here. Strangers are let in where they could come as guests.
 *
 * <p>Thread safety: immutable.
 */
record StrangersAndLogins(TokenVisitors visitors, Lockdown lockdown) implements Acquaintance {
  @Override
  public Optional<Long> known(HttpServletRequest request) throws Unavailable {
    Optional<Login> login = visitors.logins().of(request);
    return login.isEmpty()
        ? Optional.empty()
        : visitors.accounts().keptWith(login.get().mark()).map(Account::id);
  }

  @Override
  public boolean admitsStranger(HttpServletRequest request) {
    boolean vouchedFor = visitors.logins().of(request).isPresent();
    return vouchedFor
        || (!visitors.signInRequired()
            && !lockdown.isOn()
            && !visitors.discipline().isBannedFrom(visitors.source().address(request)));
  }
}
