package chatroom.config;

import java.util.List;
import java.util.Optional;

/**
 * Who may come, and whose word is taken for who somebody is.
 *
 * @param auth {@code auth}: {@code open}, the default, {@code required} or {@code container}
 * @param header {@code auth-header}: the header in which a trusted proxy names the user; default
 *     none. Only together with {@code trusted-proxies}
 * @param rolesHeader {@code auth-header-roles}: the header in which it names the user's roles, by
 *     commas; default none. Only together with {@code auth-header}
 */
public record AuthSettings(Auth auth, Optional<String> header, Optional<String> rolesHeader) {
  /** Who may come. */
  public enum Auth {
    /** Everybody. */
    OPEN,
    /** Who has an account, or makes one. */
    REQUIRED,
    /** Who is known to the container, or to a trusted proxy. */
    CONTAINER;

    static Auth parse(String text) {
      return switch (text) {
        case "open" -> OPEN;
        case "required" -> REQUIRED;
        case "container" -> CONTAINER;
        default -> throw new IllegalArgumentException("none of them");
      };
    }
  }

  static AuthSettings read(ConfigReader reader, List<AddressRange> trustedProxies) {
    AuthSettings read =
        new AuthSettings(
            reader.value(Settings.AUTH),
            reader.value(Settings.AUTH_HEADER),
            reader.value(Settings.AUTH_HEADER_ROLES));
    if (read.header.isPresent() && trustedProxies.isEmpty()) {
      reader.refuse(
          Settings.AUTH_HEADER, "trusted-proxies is needed, too: anybody could send such a header");
    }
    if (read.rolesHeader.isPresent() && read.header.isEmpty()) {
      reader.refuse(Settings.AUTH_HEADER_ROLES, "auth-header is needed, too");
    }
    return read;
  }

  /** Whether nobody may come who has not signed in. */
  public boolean required() {
    return auth == Auth.REQUIRED;
  }

  /** Whether the container is asked who comes. */
  public boolean container() {
    return auth == Auth.CONTAINER;
  }
}
