package chatroom.config;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings in force: every value is within its bounds, and it is known where each came from.
 *
 * <p>Each key is looked for in these places, and the first that says it wins:
 *
 * <ol>
 *   <li>JNDI {@code java:comp/env/chat/<key>}, of any type whose text is the value
 *   <li>system property {@code chat.<key>}
 *   <li>environment variable {@code CHAT_<KEY>}: upper case, {@code _} for {@code -}
 *   <li>{@code <key>} in the file {@code chat.properties}, UTF-8, in the home directory (not {@code
 *       home} itself)
 *   <li>servlet context parameter {@code chat.<key>}
 *   <li>the default
 * </ol>
 *
 * <p>White space around a value is ignored and a blank value counts as none, so the next place is
 * asked.
 *
 * <p>Thread safety: immutable.
 */
public final class ChatConfig {
  private static final int MESSAGES_PER_QUEUE = 4;

  /** What a member takes in a list, in bytes, with a name of ordinary length. */
  private static final int BYTES_PER_MEMBER = 100;

  private final Path home;
  private final boolean homeIsDefault;
  private final int maxClients;
  private final int maxClientsPerAddress;
  private final int maxMessageBytes;
  private final int historySize;
  private final RoomConfig rooms;
  private final int rateLimitPerSecond;
  private final AllowedOrigins allowedOrigins;
  private final List<AddressRange> trustedProxies;
  private final int pingIntervalSeconds;
  private final int queueBytes;
  private final int gatheringMillis;
  private final int editWindowSeconds;
  private final AuthSettings auth;
  private final Registration registration;
  private final boolean typing;
  private final boolean compression;
  private final boolean logIsKept;
  private final Optional<String> dataSource;
  private final Optional<String> jdbcUrl;
  private final int retentionDays;
  private final int resumeWindowSeconds;
  private final int resumeTokenDays;
  private final UploadSettings uploads;
  private final List<Effective> effective;
  private final List<String> warnings;

  private ChatConfig(ConfigReader reader) {
    home = reader.home();
    homeIsDefault = reader.homeIsDefault();
    maxClients = reader.value(Settings.MAX_CLIENTS);
    maxClientsPerAddress = reader.value(Settings.MAX_CLIENTS_PER_ADDRESS);
    maxMessageBytes = reader.value(Settings.MAX_MESSAGE_BYTES);
    historySize = reader.value(Settings.HISTORY_SIZE);
    rooms = RoomConfig.read(reader);
    rateLimitPerSecond = reader.value(Settings.RATE_LIMIT);
    allowedOrigins = reader.value(Settings.ALLOWED_ORIGINS);
    trustedProxies = reader.value(Settings.TRUSTED_PROXIES);
    pingIntervalSeconds = reader.value(Settings.PING_INTERVAL_SECONDS);
    queueBytes = reader.value(Settings.QUEUE_BYTES);
    gatheringMillis = reader.value(Settings.GATHERING_MILLIS);
    editWindowSeconds = reader.value(Settings.EDIT_WINDOW_SECONDS);
    auth = AuthSettings.read(reader, trustedProxies);
    registration = reader.value(Settings.REGISTRATION);
    typing = reader.value(Settings.TYPING);
    compression = reader.value(Settings.COMPRESSION);
    logIsKept = reader.value(Settings.LOG);
    dataSource = reader.value(Settings.DATASOURCE);
    jdbcUrl = reader.value(Settings.JDBC_URL);
    retentionDays = reader.value(Settings.RETENTION_DAYS);
    resumeWindowSeconds = reader.value(Settings.RESUME_WINDOW_SECONDS);
    resumeTokenDays = reader.value(Settings.RESUME_TOKEN_DAYS);
    uploads = UploadSettings.read(reader);
    if (dataSource.isPresent() && jdbcUrl.isPresent()) {
      reader.refuse(Settings.JDBC_URL, "datasource is set, too; only one of them can be");
    }
    int leastQueueBytes = MESSAGES_PER_QUEUE * maxMessageBytes;
    if (queueBytes < leastQueueBytes) {
      reader.refuse(
          Settings.QUEUE_BYTES,
          "at least " + leastQueueBytes + " is needed, four times max-message-bytes");
    }
    int mostMembers = queueBytes / BYTES_PER_MEMBER;
    if (rooms.rosterLimit() > mostMembers) {
      reader.refuse(
          Settings.ROSTER_LIMIT,
          "at most " + mostMembers + " is needed, a hundredth of queue-bytes");
    }
    effective = reader.effective();
    warnings = reader.warnings();
  }

  /**
   * Reads and checks all settings.
   *
   * @param contextPath of the web application, as the servlet context gives it: {@code ""} or
   *     {@code "/chat"}
   * @throws ConfigException naming all wrong values at once, each with its key and its place; also
   *     if {@code chat.properties} is there and cannot be read
   */
  public static ChatConfig read(Surroundings surroundings, String contextPath) {
    ConfigReader reader = new ConfigReader(surroundings, contextPath);
    ChatConfig config = new ChatConfig(reader);
    reader.throwIfFaulty();
    return config;
  }

  /**
   * {@code home}: the directory of everything that is kept; see {@link Home#open}. Default {@code
   * ~/.chat/<context>}, where the context {@code /chat} is {@code chat}, {@code /a/b} is {@code
   * a#b} and the root is {@code ROOT}. A {@code ~/} at its beginning is the user's home; a relative
   * path begins at the working directory of the server.
   */
  public Path home() {
    return home;
  }

  /** Whether nobody said where the home is. */
  boolean homeIsDefault() {
    return homeIsDefault;
  }

  /** {@code max-clients}: open connections, 1 to 1,000,000; default 1,000. */
  public int maxClients() {
    return maxClients;
  }

  /**
   * {@code max-clients-per-address}: open connections from one IP address, 0 to 1,000,000; default
   * 0, which is no such limit.
   */
  public int maxClientsPerAddress() {
    return maxClientsPerAddress;
  }

  /**
   * {@code max-message-bytes}: the largest JSON object from a client in bytes of UTF-8, 256 to
   * 65,536 (a larger frame is refused before it could be one); default 10,240.
   */
  public int maxMessageBytes() {
    return maxMessageBytes;
  }

  /** {@code history-size}: messages of a room shown in the greeting, 1 to 1,000; default 100. */
  public int historySize() {
    return historySize;
  }

  /** {@code rooms}, {@code room-creation} and the other settings of rooms. */
  public RoomConfig rooms() {
    return rooms;
  }

  /**
   * {@code rate-limit}: messages per second and user, 0 to 10,000; default 10; 0 is no limit on
   * anything.
   */
  public int rateLimitPerSecond() {
    return rateLimitPerSecond;
  }

  /**
   * {@code allowed-origins}: origins {@code scheme://host[:port]} separated by commas, whose pages
   * may connect besides the server's own, or {@code *} for any; default none.
   */
  public AllowedOrigins allowedOrigins() {
    return allowedOrigins;
  }

  /**
   * Whether what this peer says of a client's address is believed. {@code trusted-proxies}: IP
   * addresses and CIDR ranges of both families, separated by commas; default none.
   */
  public boolean isTrustedProxy(InetAddress peer) {
    return trustedProxies.stream().anyMatch(range -> range.contains(peer));
  }

  /**
   * {@code ping-interval-seconds}: seconds between the pings to a client, 1 to 3,600; default 25.
   */
  public int pingIntervalSeconds() {
    return pingIntervalSeconds;
  }

  /**
   * {@code queue-bytes}: bytes that may wait for one client, 65,536 to 67,108,864 and at least four
   * times {@link #maxMessageBytes}; default 1,048,576.
   */
  public int queueBytes() {
    return queueBytes;
  }

  /**
   * {@code gathering-millis}: the least time from one writing to a room's clients to the next, for
   * messages that come closer together than that, 0 to 1,000; default 15.
   */
  public int gatheringMillis() {
    return gatheringMillis;
  }

  /**
   * {@code edit-window-seconds}: for how long who wrote a message may change or delete it, 0 to
   * 31,536,000; default 900; 0 is for ever.
   */
  public int editWindowSeconds() {
    return editWindowSeconds;
  }

  /** Who may come, and whose word is taken for it. */
  public AuthSettings auth() {
    return auth;
  }

  /**
   * {@code registration}: who may make an account, {@code open}, the default, {@code invitation} or
   * {@code closed}.
   */
  public Registration registration() {
    return registration;
  }

  /** {@code typing}: whether it is told who types, {@code true} or {@code false}; default true. */
  public boolean typing() {
    return typing;
  }

  /**
   * {@code compression}: whether the extension permessage-deflate is offered, {@code true} or
   * {@code false}; default {@code false}.
   */
  public boolean compression() {
    return compression;
  }

  /**
   * {@code log}: {@code database}, the default, or {@code memory}, where everything ends with the
   * application. Whether it is the database.
   */
  public boolean logIsKept() {
    return logIsKept;
  }

  /**
   * {@code datasource}: the JNDI name of a data source of the container, whose database is to be
   * used instead of a file in the home; default none.
   */
  public Optional<String> dataSource() {
    return dataSource;
  }

  /**
   * {@code jdbc-url}: a JDBC URL of PostgreSQL, MariaDB, MySQL or SQLite, user and password in it,
   * whose database is to be used instead of a file in the home; default none. Not together with
   * {@link #dataSource}.
   */
  public Optional<String> jdbcUrl() {
    return jdbcUrl;
  }

  /**
   * {@code retention-days}: days after which a message is deleted, 0 to 36,500; default 0, which is
   * never.
   */
  public int retentionDays() {
    return retentionDays;
  }

  /**
   * {@code resume-window-seconds}: for how long somebody whose connection broke counts as present,
   * 0 to 3,600; default 30.
   */
  public int resumeWindowSeconds() {
    return resumeWindowSeconds;
  }

  /**
   * {@code resume-token-days}: for how long a guest who left is known again, 1 to 3,650; default
   * 30.
   */
  public int resumeTokenDays() {
    return resumeTokenDays;
  }

  /** How much may be uploaded. */
  public UploadSettings uploads() {
    return uploads;
  }

  /** What looks like a setting and is none, one sentence each, for the log at start. */
  public List<String> warnings() {
    return warnings;
  }

  /** All settings, in the order of the documents. */
  public List<Effective> effective() {
    return effective;
  }

  /** All settings, {@code key = value (source)} one a line, for the log at start. */
  public String describe() {
    return effective.stream().map(Effective::toString).collect(Collectors.joining("\n"));
  }

  /** What is wrong with the home, for a {@link ConfigException}. */
  String homeFault(String needed) {
    return effective.get(0).fault(needed);
  }
}
