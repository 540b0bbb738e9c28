package chatroom.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every key there is, with its default and its rule. */
final class Settings {
  static final String HOME = "home";

  private static final long MAX_STORED_BYTES = 1L << 50;

  static final Setting<Integer> MAX_CLIENTS =
      Setting.wholeNumber("max-clients", 1_000, 1, 1_000_000);
  static final Setting<Integer> MAX_CLIENTS_PER_ADDRESS =
      Setting.wholeNumber("max-clients-per-address", 0, 0, 1_000_000);
  static final Setting<Integer> MAX_MESSAGE_BYTES =
      Setting.wholeNumber("max-message-bytes", 10_240, 256, 65_536);
  static final Setting<Integer> HISTORY_SIZE = Setting.wholeNumber("history-size", 100, 1, 1_000);
  static final Setting<List<String>> ROOMS =
      new Setting<>(
          "rooms",
          "general,random,gaming",
          "1 to 100 different names of 1 to 32 of a-z, 0-9, - and _ (a letter or digit first),"
              + " separated by commas, general among them, are needed",
          Settings::rooms);
  static final Setting<Boolean> ROOM_CREATION =
      new Setting<>("room-creation", "anyone", "anyone or nobody is needed", Settings::isAnyone);
  static final Setting<Integer> MAX_ROOMS_PER_USER =
      Setting.wholeNumber("max-rooms-per-user", 50, 1, 10_000);
  static final Setting<Integer> ROSTER_LIMIT = Setting.wholeNumber("roster-limit", 500, 1, 100_000);
  static final Setting<Integer> RATE_LIMIT = Setting.wholeNumber("rate-limit", 10, 0, 10_000);
  static final Setting<AllowedOrigins> ALLOWED_ORIGINS =
      new Setting<>(
          "allowed-origins",
          "",
          "* or origins like https://chat.example.org:8443, separated by commas, are needed",
          AllowedOrigins::parse);
  static final Setting<List<AddressRange>> TRUSTED_PROXIES =
      new Setting<>(
          "trusted-proxies",
          "",
          "IP addresses or ranges like 10.0.0.0/8 or fd00::/8, separated by commas, are needed"
              + " (no host names)",
          Settings::addressRanges);
  static final Setting<Integer> PING_INTERVAL_SECONDS =
      Setting.wholeNumber("ping-interval-seconds", 25, 1, 3_600);
  static final Setting<Integer> QUEUE_BYTES =
      Setting.wholeNumber("queue-bytes", 1_048_576, 65_536, 67_108_864);
  static final Setting<Integer> GATHERING_MILLIS =
      Setting.wholeNumber("gathering-millis", 15, 0, 1_000);
  static final Setting<Integer> EDIT_WINDOW_SECONDS =
      Setting.wholeNumber("edit-window-seconds", 900, 0, 31_536_000);
  static final Setting<AuthSettings.Auth> AUTH =
      new Setting<>(
          "auth", "open", "open, required or container is needed", AuthSettings.Auth::parse);
  static final Setting<Optional<String>> AUTH_HEADER = headerName("auth-header");
  static final Setting<Optional<String>> AUTH_HEADER_ROLES = headerName("auth-header-roles");
  static final Setting<Registration> REGISTRATION =
      new Setting<>(
          "registration", "open", "open, invitation or closed is needed", Registration::parse);
  static final Setting<Boolean> TYPING = Setting.flag("typing", true);
  static final Setting<Boolean> COMPRESSION = Setting.flag("compression", false);
  static final Setting<Boolean> LOG =
      new Setting<>("log", "database", "database or memory is needed", Settings::isDatabase);
  static final Setting<Optional<String>> DATASOURCE =
      new Setting<>("datasource", "", "a JNDI name is needed", Settings::optional);
  static final Setting<Optional<String>> JDBC_URL =
      new Setting<>(
          "jdbc-url",
          "",
          "jdbc:postgresql:, jdbc:mariadb:, jdbc:mysql: or jdbc:sqlite: and what follows there"
              + " is needed",
          Settings::jdbcUrl);
  static final Setting<Integer> RETENTION_DAYS =
      Setting.wholeNumber("retention-days", 0, 0, 36_500);
  static final Setting<Integer> RESUME_WINDOW_SECONDS =
      Setting.wholeNumber("resume-window-seconds", 30, 0, 3_600);
  static final Setting<Integer> RESUME_TOKEN_DAYS =
      Setting.wholeNumber("resume-token-days", 30, 1, 3_650);

  static final Setting<Long> MAX_UPLOAD_BYTES =
      Setting.largeNumber("max-upload-bytes", 5_242_880, 0, 104_857_600);
  static final Setting<Long> UPLOAD_QUOTA_BYTES =
      Setting.largeNumber("upload-quota-bytes", 104_857_600, 0, MAX_STORED_BYTES);
  static final Setting<Long> UPLOAD_TOTAL_BYTES =
      Setting.largeNumber("upload-total-bytes", 10_737_418_240L, 0, MAX_STORED_BYTES);

  private static final Pattern ROOM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
  private static final int MAX_ROOMS = 100;
  private static final String NEEDED_ROOM = "general";
  private static final Pattern JDBC =
      Pattern.compile("jdbc:(postgresql|mariadb|mysql):.+|jdbc:sqlite:[^:?]+");

  /** All keys, in the order in which they are described. */
  static final List<String> KEYS =
      List.of(
          HOME,
          MAX_CLIENTS.key(),
          MAX_CLIENTS_PER_ADDRESS.key(),
          MAX_MESSAGE_BYTES.key(),
          HISTORY_SIZE.key(),
          ROOMS.key(),
          ROOM_CREATION.key(),
          MAX_ROOMS_PER_USER.key(),
          ROSTER_LIMIT.key(),
          RATE_LIMIT.key(),
          ALLOWED_ORIGINS.key(),
          TRUSTED_PROXIES.key(),
          PING_INTERVAL_SECONDS.key(),
          QUEUE_BYTES.key(),
          GATHERING_MILLIS.key(),
          EDIT_WINDOW_SECONDS.key(),
          AUTH.key(),
          AUTH_HEADER.key(),
          AUTH_HEADER_ROLES.key(),
          REGISTRATION.key(),
          TYPING.key(),
          COMPRESSION.key(),
          LOG.key(),
          DATASOURCE.key(),
          JDBC_URL.key(),
          RETENTION_DAYS.key(),
          RESUME_WINDOW_SECONDS.key(),
          RESUME_TOKEN_DAYS.key(),
          MAX_UPLOAD_BYTES.key(),
          UPLOAD_QUOTA_BYTES.key(),
          UPLOAD_TOTAL_BYTES.key());

  private Settings() {}

  /**
   * The home directory. Its default is {@code ~/.chat/<context>}, and a path that is not absolute
   * where the JVM knows no home of the user (such a default can be neither read nor written).
   */
  static Setting<Path> home(Map<String, String> systemProperties, String contextPath) {
    String userHome = systemProperties.getOrDefault("user.home", "");
    String base = Path.of(userHome).isAbsolute() ? userHome : "~";
    return new Setting<>(
        HOME,
        Path.of(base, ".chat", contextName(contextPath)).toString(),
        "a path of a directory is needed",
        text -> Path.of(text.startsWith("~/") ? base + text.substring(1) : text));
  }

  /** As Tomcat names the files of a context: {@code chat}, {@code ROOT}, {@code a#b}. */
  private static String contextName(String contextPath) {
    return contextPath.isEmpty() ? "ROOT" : contextPath.substring(1).replace('/', '#');
  }

  private static List<AddressRange> addressRanges(String text) {
    return text.isEmpty() ? List.of() : items(text).map(AddressRange::parse).toList();
  }

  private static List<String> rooms(String text) {
    List<String> names = items(text).toList();
    boolean valid =
        names.size() <= MAX_ROOMS
            && names.contains(NEEDED_ROOM)
            && names.stream().distinct().count() == names.size()
            && names.stream().allMatch(name -> ROOM.matcher(name).matches());
    if (!valid) {
      throw new IllegalArgumentException("not a list of rooms");
    }
    return names;
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static Setting<Optional<String>> headerName(String key) {
    return new Setting<>(
        key, "", "the name of a header like X-Remote-User is needed", Settings::header);
  }

  private static Optional<String> header(String text) {
    if (!text.isEmpty() && !HEADER.matcher(text).matches()) {
      throw new IllegalArgumentException("not the name of a header");
    }
    return optional(text);
  }

  private static Optional<String> jdbcUrl(String text) {
    if (!text.isEmpty() && !JDBC.matcher(text).matches()) {
      throw new IllegalArgumentException("not a known kind of JDBC URL");
    }
    return optional(text);
  }

  private static boolean isAnyone(String text) {
    return switch (text) {
      case "anyone" -> true;
      case "nobody" -> false;
      default -> throw new IllegalArgumentException("neither anyone nor nobody");
    };
  }

  private static boolean isDatabase(String text) {
    return switch (text) {
      case "database" -> true;
      case "memory" -> false;
      default -> throw new IllegalArgumentException("neither database nor memory");
    };
  }

  /** The items of a comma separated list, without the white space around them. */
  static Stream<String> items(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip);
  }
}
